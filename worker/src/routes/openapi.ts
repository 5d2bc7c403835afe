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
import type { Context } from 'hono'
import type { GenericSchema } from 'valibot'
import { VERSION } from '../version.ts'
import { toJsonSchema } from './json-schema.ts'

/** `GET /openapi.json`: the interface's description, made from the schemas that validate. */
export function openapi(c: Context): Response {
  return c.json(describe())
}

function describe() {
  return {
    openapi: '3.1.0',
    info: { title: 'Find on 1688', version: VERSION, description: 'Searches offers on 1688 by picture.' },
    paths: {
      [PATHS.search]: {
        post: operation(CLIENT, 'search', 'Search offers by picture', {
          parameters: queryParameters(SearchQuerySchema),
          requestBody: {
            required: true,
            description: `The bytes of the picture, at most ${LIMITS.pictureBytes} bytes, or an address for the platform.`,
            content: { 'image/jpeg': binary, 'image/png': binary, ...content(AddressSearchSchema, CLOSED) },
          },
          responses: {
            200: orEvents(json('The offers found; none is an empty list', SearchAnswerSchema)),
          },
        }),
      },
      [`${PATHS.offers}/{offerId}`]: {
        get: operation(CLIENT, 'offer', 'One offer with what only its own page tells', {
          parameters: [inPath('offerId'), ...queryParameters(OfferQuerySchema)],
          responses: { 200: orEvents(json('The offer', OfferAnswerSchema)) },
        }),
      },
      [PATHS.health]: {
        get: operation(ANYBODY, 'health', 'Whether the worker is set up', {
          responses: { 200: json('Everything is set', HealthSchema) },
        }),
      },
      [PATHS.attestationKeys]: {
        get: operation(ANYBODY, 'attestationKeys', "The public keys to check an answer's attestation with", {
          responses: { 200: json('A JWK set; empty where answers are not signed', AttestationKeysSchema) },
        }),
      },
      [PATHS.usage]: {
        get: operation(CLIENT, 'usage', "The caller's own quota", {
          responses: { 200: json('Used today and allowed', UsageSchema) },
        }),
      },
      [PATHS.rates]: {
        get: operation(CLIENT, 'rates', "The European Central Bank's reference rates of the day", {
          responses: { 200: json('What one euro buys', RatesSchema) },
        }),
      },
      [PATHS.adminClients]: {
        post: operation(OPERATOR, 'createClient', 'Create a client', {
          requestBody: { required: true, content: content(NewClientSchema, CLOSED) },
          responses: { 201: json('The client and its key, shown this once', IssuedClientSchema) },
        }),
        get: operation(OPERATOR, 'listClients', 'The clients, each with its searches of the day', {
          parameters: queryParameters(ClientListQuerySchema),
          responses: { 200: json('A page of clients', ClientListSchema) },
        }),
      },
      [`${PATHS.adminClients}/{id}`]: {
        delete: operation(OPERATOR, 'revokeClient', 'Revoke a client', {
          parameters: [inPath('id')],
          responses: { 204: { description: 'Revoked' } },
        }),
      },
      [PATHS.adminDoctor]: {
        get: operation(
          OPERATOR,
          'doctor',
          'What works against the platform, and what to do about what does not',
          { responses: { 200: json('The findings', DoctorSchema) } },
        ),
      },
      [PATHS.adminMetrics]: {
        get: operation(OPERATOR, 'metrics', 'What happened in each hour of the last week', {
          responses: { 200: json('The hours, latest first', MetricsSchema) },
        }),
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
  { responses, ...rest }: { responses: object; parameters?: object[]; requestBody?: object },
) {
  return { summary, operationId, security, ...rest, responses: { ...responses, default: problem } }
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
