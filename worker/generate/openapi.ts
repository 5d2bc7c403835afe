import {
  AddressSearchSchema,
  AttestationKeysSchema,
  ClientListQuerySchema,
  ClientListSchema,
  DoctorSchema,
  ERRORS,
  HealthSchema,
  IssuedClientSchema,
  LIMITS,
  MetricsSchema,
  NewClientSchema,
  OfferAnswerSchema,
  OfferQuerySchema,
  PATHS,
  ProblemSchema,
  RatesSchema,
  SearchAnswerSchema,
  SearchQuerySchema,
  UsageSchema,
} from '@find-on-1688/shared'
import { toJsonSchema as convert } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import project from '../../package.json' with { type: 'json' }

/** The interface's description, made from the schemas that validate. */
export function describe() {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Find on 1688',
      version: project.version,
      description: 'Searches offers on 1688 by picture.',
    },
    paths: {
      [PATHS.search]: {
        post: operation(CLIENT, 'search', 'Search offers by picture', {
          parameters: queryParameters(SearchQuerySchema),
          requestBody: {
            required: true,
            description: `The bytes of the picture, at most ${LIMITS.pictureBytes} bytes.`,
            content: { 'image/jpeg': binary, 'image/png': binary },
          },
          responses: {
            200: orEvents(json('The offers found; none is an empty list', SearchAnswerSchema)),
          },
        }),
      },
      [PATHS.searchAddress]: {
        post: operation(CLIENT, 'searchAddress', 'Search offers by the address of a picture', {
          parameters: queryParameters(SearchQuerySchema),
          requestBody: { required: true, content: content(AddressSearchSchema, CLOSED) },
          responses: {
            200: orEvents(json('The offers found; none is an empty list', SearchAnswerSchema)),
          },
        }),
      },
      [`${PATHS.offers}/{offerId}`]: {
        get: operation(CLIENT, 'offer', 'One offer, with what only its own page states', {
          parameters: [inPath('offerId'), ...queryParameters(OfferQuerySchema)],
          responses: { 200: orEvents(json('The offer', OfferAnswerSchema)) },
        }),
      },
      [PATHS.health]: {
        get: read(ANYBODY, 'health', 'Whether the worker is set up', HealthSchema),
      },
      [PATHS.attestationKeys]: {
        get: read(
          ANYBODY,
          'attestationKeys',
          "The public keys to check an answer's attestation with, as a JWK set; empty where answers are not signed",
          AttestationKeysSchema,
        ),
      },
      [PATHS.usage]: {
        get: read(CLIENT, 'usage', "The caller's own quota: used today and allowed", UsageSchema),
      },
      [PATHS.rates]: {
        get: read(
          CLIENT,
          'rates',
          "What one euro buys: the European Central Bank's reference rates of the day",
          RatesSchema,
        ),
      },
      [PATHS.adminClients]: {
        post: operation(OPERATOR, 'createClient', 'Create a client', {
          requestBody: { required: true, content: content(NewClientSchema, CLOSED) },
          responses: { 201: json('The client and its key, shown only once', IssuedClientSchema) },
        }),
        get: read(
          OPERATOR,
          'listClients',
          'A page of clients, each with its searches of the day',
          ClientListSchema,
          queryParameters(ClientListQuerySchema),
        ),
      },
      [`${PATHS.adminClients}/{id}`]: {
        delete: operation(OPERATOR, 'revokeClient', 'Revoke a client', {
          parameters: [inPath('id')],
          responses: { 204: { description: 'Revoked' } },
        }),
      },
      [PATHS.adminDoctor]: {
        get: read(OPERATOR, 'doctor', 'What works with 1688, and how to fix what does not', DoctorSchema),
      },
      [PATHS.adminMetrics]: {
        get: read(OPERATOR, 'metrics', 'The hours of the last week, latest first', MetricsSchema),
      },
    },

    components: {
      securitySchemes: {
        clientKey: bearer('A client key'),
        adminToken: bearer("The operator's ADMIN_TOKEN"),
      },
    },
  }
}

/** Of a schema's input: before transformations, and without checks that JSON Schema cannot express. */
function toJsonSchema(schema: GenericSchema) {
  const { $schema: _, ...converted } = convert(schema, { typeMode: 'input', errorMode: 'ignore' })
  return converted
}

function bearer(description: string) {
  return { type: 'http', scheme: 'bearer', description }
}

const binary = { schema: { type: 'string', format: 'binary' } }

const codes = Object.entries(ERRORS).map(([code, [status, title]]) => `${status} \`${code}\`: ${title}`)
const problem = {
  description: `A failure (RFC 9457). ${codes.join('; ')}.`,
  content: { 'application/problem+json': { schema: toJsonSchema(ProblemSchema) } },
}

const ANYBODY: object[] = []
const CLIENT = [{ clientKey: [] }]
const OPERATOR = [{ adminToken: [] }]

/** Any operation may end in a failure. */
function operation(
  security: object[],
  operationId: string,
  summary: string,
  { responses, ...rest }: { responses: object; parameters?: object[] | undefined; requestBody?: object },
) {
  return { summary, operationId, security, ...rest, responses: { ...responses, default: problem } }
}

/** An operation that changes nothing; its answer is what its summary says. */
function read(
  security: object[],
  operationId: string,
  summary: string,
  answer: GenericSchema,
  parameters?: object[],
) {
  return operation(security, operationId, summary, { parameters, responses: { 200: json(summary, answer) } })
}

/** Requests may hold nothing else. */
const CLOSED = { additionalProperties: false }

function content(schema: GenericSchema, more: object = {}) {
  return { 'application/json': { schema: { ...toJsonSchema(schema), ...more } } }
}

function json(description: string, schema: GenericSchema) {
  return { description, content: content(schema) }
}

/** The same answer after a report of what happens meanwhile. */
function orEvents<T extends { content: object }>(response: T) {
  const description =
    'With `Accept: text/event-stream`: `queued` {position, waitMs}, `searching` {attempt}, `retrying` {reason, waitMs}, and last `result` or `error`.'
  return {
    ...response,
    content: { ...response.content, 'text/event-stream': { schema: { type: 'string', description } } },
  }
}

function inPath(name: string) {
  return { name, in: 'path', required: true, schema: { type: 'string' } }
}

function queryParameters(query: GenericSchema) {
  const { properties, required } = toJsonSchema(query) as { properties: object; required: string[] }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}
