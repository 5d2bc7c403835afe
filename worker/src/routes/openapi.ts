import {
  AddressSearchSchema,
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
  SearchAnswerSchema,
  SearchQuerySchema,
  UsageSchema,
} from '@find-on-1688/shared'
import { toJsonSchema } from '@valibot/to-json-schema'
import type { Context } from 'hono'
import type { GenericSchema } from 'valibot'
import { VERSION } from '../version.ts'

/** `GET /openapi.json`: the interface's description, out of the very schemas that validate. */
export function openapi(c: Context): Response {
  return c.json(describe())
}

function describe() {
  return {
    openapi: '3.1.0',
    info: { title: 'Find on 1688', version: VERSION, description: 'Searches offers on 1688 by picture.' },
    paths: {
      [PATHS.search]: {
        post: {
          summary: 'Search offers by picture',
          operationId: 'search',
          security: [{ clientKey: [] }],
          parameters: queryParameters(SearchQuerySchema),
          requestBody: {
            required: true,
            description: `The bytes of the picture, at most ${LIMITS.pictureBytes} bytes, or an address for the platform.`,
            content: {
              'image/jpeg': binary,
              'image/png': binary,
              'application/json': { schema: schemaOf(AddressSearchSchema) },
            },
          },
          responses: {
            200: orEvents(json('The offers found; none is an empty list', SearchAnswerSchema)),
            default: problem,
          },
        },
      },
      [`${PATHS.offers}/{offerId}`]: {
        get: {
          summary: 'One offer with what only its own page tells',
          operationId: 'offer',
          security: [{ clientKey: [] }],
          parameters: [inPath('offerId'), ...queryParameters(OfferQuerySchema)],
          responses: { 200: orEvents(json('The offer', OfferAnswerSchema)), default: problem },
        },
      },
      [PATHS.health]: {
        get: {
          summary: 'Whether the worker is set up',
          operationId: 'health',
          security: [],
          responses: { 200: json('Everything is set', HealthSchema), default: problem },
        },
      },
      [PATHS.usage]: {
        get: {
          summary: "The caller's own quota",
          operationId: 'usage',
          security: [{ clientKey: [] }],
          responses: { 200: json('Used today and allowed', UsageSchema), default: problem },
        },
      },
      [PATHS.adminClients]: {
        post: {
          summary: 'Create a client',
          operationId: 'createClient',
          security: [{ adminToken: [] }],
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(NewClientSchema) } },
          },
          responses: {
            201: json('The client and its key, shown this once', IssuedClientSchema),
            default: problem,
          },
        },
        get: {
          summary: 'The clients, each with its searches of the day',
          operationId: 'listClients',
          security: [{ adminToken: [] }],
          parameters: queryParameters(ClientListQuerySchema),
          responses: { 200: json('A page of clients', ClientListSchema), default: problem },
        },
      },
      [`${PATHS.adminClients}/{id}`]: {
        delete: {
          summary: 'Revoke a client',
          operationId: 'revokeClient',
          security: [{ adminToken: [] }],
          parameters: [inPath('id')],
          responses: { 204: { description: 'Revoked' }, default: problem },
        },
      },
      [PATHS.adminDoctor]: {
        get: {
          summary: 'What works against the platform, and what to do about what does not',
          operationId: 'doctor',
          security: [{ adminToken: [] }],
          responses: { 200: json('The findings', DoctorSchema), default: problem },
        },
      },
      [PATHS.adminMetrics]: {
        get: {
          summary: 'What happened in each hour of the last week',
          operationId: 'metrics',
          security: [{ adminToken: [] }],
          responses: { 200: json('The hours, latest first', MetricsSchema), default: problem },
        },
      },
    },

    components: {
      securitySchemes: {
        clientKey: { type: 'http', scheme: 'bearer', description: 'A client key' },
        adminToken: { type: 'http', scheme: 'bearer', description: "The operator's ADMIN_TOKEN" },
      },
    },
  }
}

const binary = { schema: { type: 'string', format: 'binary' } }

const codes = Object.entries(ERRORS).map(([code, { status, title }]) => `${status} \`${code}\`: ${title}`)
const problem = {
  description: `A failure (RFC 9457). ${codes.join('; ')}.`,
  content: { 'application/problem+json': { schema: schemaOf(ProblemSchema) } },
}

function json(description: string, schema: GenericSchema) {
  return { description, content: { 'application/json': { schema: schemaOf(schema) } } }
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
  const { properties = {}, required = [] } = schemaOf(query)
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

/** As a request is written: before transformations. Checks that JSON Schema has no word for are left to `detail`. */
function schemaOf(schema: GenericSchema) {
  const { $schema: _, ...rest } = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' })
  return rest
}
