/** A rule of the worker, and a change to one place that breaks it. */
export interface Mutation {
  rule: string
  file: string
  from: string
  to: string
  /** The test file that must notice. */
  noticedBy: string
}

export const MUTATIONS: Mutation[] = [
  {
    rule: 'every admitted search ends by its deadline',
    file: 'dispatch/single-flight.ts',
    from: 'if (leave()) waiter.end({ error: tooLate(inFlight.wasSent) })',
    to: 'leave()',
    noticedBy: 'dispatch/single-flight.test.ts',
  },
  {
    rule: 'no secret is logged',
    file: 'gateway/post.ts',
    from: 'using timeout = abortAfter(timeoutMs)',
    to: 'using timeout = abortAfter(timeoutMs); console.log(JSON.stringify(params))',
    noticedBy: 'routes/untrusted-data.test.ts',
  },
  {
    rule: 'requests for the same share one call, whichever clients they come from',
    file: 'dispatch/dispatcher.ts',
    from: 'singleFlight.join(\n        job.cacheKey,',
    to: 'singleFlight.join(\n        job.cacheKey + job.client,',
    noticedBy: 'dispatch/dispatcher.test.ts',
  },
  {
    rule: 'a partial answer is never cached',
    file: 'dispatch/dispatcher.ts',
    from: 'isComplete: ({ isComplete }: ProviderAnswer) => isComplete,',
    to: 'isComplete: () => true,',
    noticedBy: 'routes/cached.test.ts',
  },
  {
    rule: 'a request without a valid key is refused with its body unread',
    file: 'app.ts',
    from: 'app.post(PATHS.search, authenticateClient,',
    to: 'app.post(PATHS.search, async (c, next) => { await c.req.raw.clone().arrayBuffer(); await next() }, authenticateClient,',
    noticedBy: 'routes/search.test.ts',
  },
  {
    rule: 'a body is limited, whatever its length claims',
    file: 'read-stream.ts',
    from: 'if (length > maxBytes) {',
    to: 'if (length > 2 ** 40) {',
    noticedBy: 'routes/search.test.ts',
  },
  {
    rule: 'only pictures pass, whatever their type claims',
    file: 'routes/picture.ts',
    from: 'const header = inspectPicture(bytes)',
    to: "const header = inspectPicture(bytes) ?? { kind: 'jpeg', width: 400, height: 400 }",
    noticedBy: 'routes/search.test.ts',
  },
  {
    rule: "a picture's metadata is not passed on",
    file: 'routes/search.ts',
    from: 'bytes: stripMetadata(bytes)',
    to: 'bytes',
    noticedBy: 'routes/search.test.ts',
  },
  {
    rule: 'markup of the platform is not passed on',
    file: 'providers/sanitize.ts',
    from: 'withoutMarkup(value.slice(0, 4 * MAX_TEXT))',
    to: 'value',
    noticedBy: 'routes/untrusted-data.test.ts',
  },
  {
    rule: 'a secret that the platform repeats is not passed on',
    file: 'dispatch/dispatcher.ts',
    from: 'refuseSecretLeak(answer, await tokens.current())',
    to: '',
    noticedBy: 'routes/untrusted-data.test.ts',
  },
  {
    rule: 'no picture is logged',
    file: 'routes/search.ts',
    from: 'const { width, height, notes } = checkPicture(bytes)',
    to: 'const { width, height, notes } = checkPicture(bytes); console.log(bytes.toBase64())',
    noticedBy: 'routes/untrusted-data.test.ts',
  },
  {
    rule: 'the pause that the platform asked for outlives the object',
    file: 'dispatch/storage.ts',
    from: "save: (state) => notes.save('schedule', state)",
    to: 'save: () => {}',
    noticedBy: 'dispatch/dispatcher.test.ts',
  },
  {
    rule: 'redirects are not followed',
    file: 'gateway/post.ts',
    from: "redirect: 'manual'",
    to: "redirect: 'follow'",
    noticedBy: 'gateway/post.test.ts',
  },
  {
    rule: 'a revoked client is refused at once, even if its record is cached',
    file: 'routes/clients.ts',
    from: 'await revokeUsage(c.env.USAGE, id)',
    to: '',
    noticedBy: 'routes/clients.test.ts',
  },
  {
    rule: 'a cache hit calls no Durable Object',
    file: 'routes/serve-cached.ts',
    from: 'if (known !== undefined) {',
    to: "if (known !== undefined) { await reserveSearch(c.env.USAGE, c.get('client'))",
    noticedBy: 'routes/cached.test.ts',
  },
  {
    rule: 'the answer for one region of a picture is not the answer for another',
    file: 'cache/answers.ts',
    from: 'const ownRegion = searchesRegions(provider) ? region : null',
    to: 'const ownRegion = searchesRegions(provider) ? null : region',
    noticedBy: 'routes/region.test.ts',
  },
  {
    rule: 'the offers signed are exactly the offers answered',
    file: 'routes/search.ts',
    from: 'digestOfOffers(offers,',
    to: 'digestOfOffers(offers.slice(1),',
    noticedBy: 'routes/attestation.test.ts',
  },
  {
    rule: 'only the public part of a signing key is published',
    file: 'evidence/keys.ts',
    from: 'const jwk = { kty, crv, x, kid: name,',
    to: 'const jwk = { kty, crv, x, d, kid: name,',
    noticedBy: 'routes/attestation.test.ts',
  },
  {
    rule: 'batch searches leave only while no one waits',
    file: 'dispatch/lanes.ts',
    from: 'RANKS[ticket.lane][isFurther ? 1 : 0]',
    to: "RANKS[ticket.lane === 'detail' ? 'detail' : 'search'][isFurther ? 1 : 0]",
    noticedBy: 'dispatch/batch-lane.test.ts',
  },
  {
    rule: 'a refused batch search is told when it will get in',
    file: 'dispatch/scheduler.ts',
    from: 'return Math.max(untilAllowedMs + this.#gapMs(lane, nowMs), openMs)',
    to: 'return 1000',
    noticedBy: 'dispatch/batch-lane.test.ts',
  },
  {
    rule: 'batch searches give way where room is short',
    file: 'dispatch/room.ts',
    from: 'isBatch ? [] : batch.entries().reverse()',
    to: '[]',
    noticedBy: 'dispatch/batch-lane.test.ts',
  },
  {
    rule: 'batch calls leave a connection to people',
    file: 'dispatch/scheduler.ts',
    from: 'const MAX_BATCH_IN_FLIGHT = 4',
    to: 'const MAX_BATCH_IN_FLIGHT = 5',
    noticedBy: 'dispatch/batch-lane.test.ts',
  },
  {
    rule: 'a person who asks for what waits as batch takes it along',
    file: 'dispatch/dispatcher.ts',
    from: "onJoin: (flight) => planned.lane === 'search' && flight.promote?.(job.client),",
    to: '',
    noticedBy: 'routes/priority.test.ts',
  },
]
