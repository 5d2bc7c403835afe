import { PATHS } from '@find-on-1688/shared'
import { Hono } from 'hono/tiny'
import type { AppEnv } from './app-env.ts'
import { authenticateAdmin, authenticateClient } from './http/authenticate.ts'
import { detectDisconnect } from './http/client-disconnect.ts'
import { extensionCors } from './http/cors.ts'
import { writeProblem, writeUnrouted } from './http/problems.ts'
import { assignRequestId } from './http/request-id.ts'
import { logRequest } from './http/request-log.ts'
import { attestationKeys } from './routes/attestation-keys.ts'
import { createClient, listWithUsage, revokeClient } from './routes/clients.ts'
import { docs, docsFile } from './routes/docs.ts'
import { doctor } from './routes/doctor.ts'
import { health } from './routes/health.ts'
import { mcp } from './routes/mcp.ts'
import { metrics } from './routes/metrics.ts'
import { offer } from './routes/offer.ts'
import { openapi } from './routes/openapi.ts'
import { rates } from './routes/rates.ts'
import { search, searchAddress } from './routes/search.ts'
import { usage } from './routes/usage.ts'

export function createApp(): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use(assignRequestId)
  app.use(logRequest)
  app.use(extensionCors)
  app.get(PATHS.health, health)
  app.get(PATHS.openapi, openapi)
  app.get(PATHS.docs, docs)
  app.get(`${PATHS.docs}/:file`, docsFile)
  app.get(PATHS.attestationKeys, attestationKeys)
  app.post(PATHS.search, authenticateClient, detectDisconnect, search)
  app.post(PATHS.searchAddress, authenticateClient, detectDisconnect, searchAddress)
  app.get(`${PATHS.offers}/:offerId`, authenticateClient, detectDisconnect, offer)
  app.get(PATHS.usage, authenticateClient, usage)
  app.get(PATHS.rates, authenticateClient, rates)
  app.post(PATHS.mcp, authenticateClient, mcp(app))
  app.post(PATHS.adminClients, authenticateAdmin, createClient)
  app.get(PATHS.adminClients, authenticateAdmin, listWithUsage)
  app.delete(`${PATHS.adminClients}/:id`, authenticateAdmin, revokeClient)
  app.get(PATHS.adminDoctor, authenticateAdmin, doctor)
  app.get(PATHS.adminMetrics, authenticateAdmin, metrics)
  app.onError(writeProblem)
  app.notFound((c) => writeUnrouted(c, methodsOf(app, c.req.path)))
  return app
}

/** Middleware, which runs for every method, leads nowhere. */
function methodsOf(app: Hono<AppEnv>, path: string): string[] {
  const isRouted = (method: string) =>
    app.router.match(method, path)[0].some(([[, route]]) => route.method === method)
  return ['GET', 'POST', 'DELETE']
    .filter(isRouted)
    .flatMap((name) => (name === 'GET' ? ['GET', 'HEAD'] : name))
}
