import {
  ClientListQuerySchema,
  LIMITS,
  OfferQuerySchema,
  PATHS,
  SearchQuerySchema,
} from '@find-on-1688/shared'
import project from '../../../package.json' with { type: 'json' }
import { EXAMPLES } from './examples.ts'
import {
  failureResponses,
  failures,
  HEADERS,
  OF_ANYBODY,
  OF_CLIENTS,
  OF_OPERATORS,
  OF_SEARCHES,
} from './failures.ts'
import type { SchemaName } from './named.ts'
import { pathParameter, queryParameters } from './parameters.ts'
import { namedSchemas, reference } from './schemas.ts'

/** As long as the project has no address of its own, none is given: whoever has that account would be asked. */
const CONTACT = {
  name: 'Find on 1688',
  ...(!project.homepage.includes('YOUR-ACCOUNT') && { url: project.homepage }),
}

/** The interface's description (OpenAPI 3.1), made from the schemas that validate. */
export function describe() {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Find on 1688',
      version: project.version,
      summary: 'Searches offers on 1688 by picture.',
      description: INTRODUCTION,
      license: { name: 'MIT', identifier: project.license },
      contact: CONTACT,
    },
    servers: [
      { url: '/', description: 'The worker that answers with this description' },
      {
        url: 'https://{host}',
        description: 'Your worker',
        variables: { host: { default: 'find-on-1688.example.workers.dev' } },
      },
    ],
    tags: [
      { name: 'search', description: 'Offers by picture. Needs a client key, and counts' },
      { name: 'client', description: 'What a client key is good for, and exchange rates. Counts nothing' },
      { name: 'worker', description: 'About the worker itself. Needs no key' },
      { name: 'operator', description: 'Clients and checks. Needs the ADMIN_TOKEN' },
    ],
    paths: {
      [PATHS.search]: {
        post: {
          ...BY_CLIENT,
          operationId: 'search',
          tags: ['search'],
          summary: 'Search offers by a picture',
          description:
            'The body is the picture itself, neither JSON nor a form. It is JPEG or PNG, whatever the Content-Type says, with at most 16,384 pixels a side.',
          parameters: queryParameters(SearchQuerySchema),
          requestBody: {
            required: true,
            description: `The picture's bytes, at most ${LIMITS.pictureBytes}.`,
            content: { 'image/jpeg': { schema: BINARY }, 'image/png': { schema: BINARY } },
          },
          responses: {
            200: withEvents('The offers found; none is an empty list', 'SearchAnswer'),
            ...failures([...OF_SEARCHES, 'ImageTooLarge', 'ImageUnsupported', 'PictureSearchFailed']),
          },
        },
      },
      [PATHS.searchAddress]: {
        post: {
          ...BY_CLIENT,
          operationId: 'searchAddress',
          tags: ['search'],
          summary: 'Search offers by the address of a picture',
          description:
            "1688 fetches the picture; the worker never does. The address must be one that 1688 can reach, and with some providers one of 1688's own (alicdn.com): `not_supported` says so.",
          parameters: queryParameters(SearchQuerySchema),
          requestBody: { required: true, content: json('AddressSearch') },
          responses: {
            200: withEvents('The offers found; none is an empty list', 'SearchAnswer'),
            ...failures([...OF_SEARCHES, 'NotSupported', 'PictureSearchFailed']),
          },
        },
      },
      [`${PATHS.offers}/{offerId}`]: {
        get: {
          ...BY_CLIENT,
          operationId: 'getOffer',
          tags: ['search'],
          summary: 'One offer, with what only its own page states',
          description:
            'It counts as a search if the worker has to ask 1688. The provider `crossborder` can tell; others answer `not_supported`.',
          parameters: [
            pathParameter('offerId', "1688's id of the offer", '^[1-9]\\d{5,18}$'),
            ...queryParameters(OfferQuerySchema),
          ],
          responses: {
            200: withEvents('The offer', 'OfferAnswer'),
            ...failures([...OF_SEARCHES, 'NotSupported', 'UpstreamFailed']),
          },
        },
      },
      [PATHS.usage]: {
        get: {
          ...BY_CLIENT,
          operationId: 'getUsage',
          tags: ['client'],
          summary: "The caller's own quota",
          description: 'Asking counts nothing.',
          responses: { 200: answer('Used today and allowed', 'Usage'), ...failures(OF_CLIENTS) },
        },
      },
      [PATHS.rates]: {
        get: {
          ...BY_CLIENT,
          operationId: 'getRates',
          tags: ['client'],
          summary: "The European Central Bank's reference rates of the day",
          description:
            'For information, not for transactions. They are read once a day; if that fails, the last known ones are given, marked as stale.',
          responses: {
            200: answer('What one euro buys', 'Rates'),
            ...failures([...OF_CLIENTS, 'RatesUnavailable', 'UpstreamTimeout']),
          },
        },
      },
      [PATHS.health]: {
        get: {
          ...PUBLIC,
          operationId: 'getHealth',
          tags: ['worker'],
          summary: 'Whether the worker is set up',
          description:
            "It asks nobody and shows no setting's value. A missing or malformed setting makes it `not_configured`, which names the setting.",
          responses: { 200: answer('It is', 'Health'), ...failures(OF_ANYBODY) },
        },
      },
      [PATHS.attestationKeys]: {
        get: {
          ...PUBLIC,
          operationId: 'getAttestationKeys',
          tags: ['worker'],
          summary: "The public keys to check an answer's attestation with",
          description:
            'Open to web pages too, so that anyone who is shown an answer can check it. The set is empty if answers are not signed.',
          responses: {
            200: answer('A JWK set', 'AttestationKeys'),
            ...failures(OF_ANYBODY),
          },
        },
      },
      [PATHS.adminClients]: {
        post: {
          ...BY_OPERATOR,
          operationId: 'createClient',
          tags: ['operator'],
          summary: 'Create a client',
          description:
            'Without limits, a client may search as much as the app. The key cannot be shown again.',
          requestBody: { required: true, content: json('NewClient') },
          responses: {
            201: answer('The client and its key, shown only once', 'IssuedClient'),
            ...failures([...OF_OPERATORS, 'InvalidRequest']),
          },
        },
        get: {
          ...BY_OPERATOR,
          operationId: 'listClients',
          tags: ['operator'],
          summary: 'A page of clients, each with its searches of the day',
          description: 'In no particular order. `cursor` leads to the next page.',
          parameters: queryParameters(ClientListQuerySchema),
          responses: {
            200: answer('A page of clients', 'ClientList'),
            ...failures([...OF_OPERATORS, 'InvalidRequest']),
          },
        },
      },
      [`${PATHS.adminClients}/{id}`]: {
        delete: {
          ...BY_OPERATOR,
          operationId: 'revokeClient',
          tags: ['operator'],
          summary: 'Revoke a client',
          description: 'The key stops working for good.',
          parameters: [pathParameter('id', 'The id of the client', '^[0-9a-f]{16}$')],
          responses: {
            204: { description: 'Its searches are refused at once, everything else within a minute' },
            ...failures([...OF_OPERATORS, 'InvalidRequest']),
          },
        },
      },
      [PATHS.adminDoctor]: {
        get: {
          ...BY_OPERATOR,
          operationId: 'runDoctor',
          tags: ['operator'],
          summary: 'What works with 1688, and how to fix what does not',
          description:
            "It makes a call with each API of 1688, and so costs calls. It counts as nobody's search.",
          responses: { 200: answer('What was found', 'Doctor'), ...failures(OF_OPERATORS) },
        },
      },
      [PATHS.adminMetrics]: {
        get: {
          ...BY_OPERATOR,
          operationId: 'getMetrics',
          tags: ['operator'],
          summary: 'The hours of the last week',
          description: 'Of each app key, without anything about who searched for what.',
          responses: { 200: answer('Latest first', 'Metrics'), ...failures(OF_OPERATORS) },
        },
      },
    },
    components: {
      schemas: namedSchemas(),
      responses: failureResponses(),
      headers: HEADERS,
      securitySchemes: {
        clientKey: { type: 'http', scheme: 'bearer', description: 'A client key' },
        adminToken: { type: 'http', scheme: 'bearer', description: "The operator's ADMIN_TOKEN" },
      },
    },
  }
}

const INTRODUCTION = `A picture goes in, and offers of 1688 come out, with prices in yuan as decimal strings. What 1688 does not say is \`null\` or an
empty list, never 0. A search counts from the moment its first call leaves for 1688; one that the cache answers counts nothing.

Failures are \`application/problem+json\` (RFC 9457). Where waiting helps, \`retryAfterMs\` and \`Retry-After\` say how long.

With \`Accept: text/event-stream\`, a search or an offer is answered with server-sent events: \`queued\` (QueuedEvent), \`searching\`
(SearchingEvent) and \`retrying\` (RetryingEvent), any number of them, and last \`result\` (what JSON would be) or \`error\` (Problem). \`x-events\`
has the schema of each one's data.`

const BY_CLIENT = { security: [{ clientKey: [] }] }
const BY_OPERATOR = { security: [{ adminToken: [] }] }
const PUBLIC = { security: [] }

/** In OpenAPI 3.1, a body of bytes has a media type and no schema of its own; generators want this one. */
const BINARY = { type: 'string', format: 'binary' }

function json(name: SchemaName) {
  const example = EXAMPLES[name]
  return { 'application/json': { schema: reference(name), ...(example !== undefined && { example }) } }
}

function answer(description: string, name: SchemaName) {
  return { description, content: json(name) }
}

/**
 * The same answer after a report of what happens meanwhile. As a content of its own, the events would be one more type that a
 * generated client has to expect where it gets JSON.
 */
function withEvents(description: string, name: SchemaName) {
  const data = { queued: 'QueuedEvent', searching: 'SearchingEvent', retrying: 'RetryingEvent' } as const
  const events = { ...data, result: name, error: 'Problem' as const }
  return {
    ...answer(description, name),
    'x-events': Object.fromEntries(Object.entries(events).map(([event, of]) => [event, reference(of)])),
  }
}
