import { PATHS } from '@find-on-1688/shared'
import { authenticateAdmin, authenticateClient } from './http/authenticate.ts'
import { detectDisconnect } from './http/client-disconnect.ts'
import { extensionCors } from './http/cors.ts'
import { assignRequestId } from './http/request-id.ts'
import { logRequest } from './http/request-log.ts'
import { createRouter, type Router } from './http/router.ts'
import { attestationKeys } from './routes/attestation-keys.ts'
import { createClient, listWithUsage, revokeClient } from './routes/clients.ts'
import { doctor } from './routes/doctor.ts'
import { health } from './routes/health.ts'
import { metrics } from './routes/metrics.ts'
import { offer } from './routes/offer.ts'
import { openapi } from './routes/openapi.ts'
import { rates } from './routes/rates.ts'
import { search } from './routes/search.ts'
import { usage } from './routes/usage.ts'

export function createApp(): Router {
  return createRouter(
    [assignRequestId, logRequest, extensionCors],
    [
      ['GET', PATHS.health, health],
      ['GET', PATHS.openapi, openapi],
      ['GET', PATHS.attestationKeys, attestationKeys],
      ['POST', PATHS.search, authenticateClient, detectDisconnect, search],
      ['GET', `${PATHS.offers}/:offerId`, authenticateClient, detectDisconnect, offer],
      ['GET', PATHS.usage, authenticateClient, usage],
      ['GET', PATHS.rates, authenticateClient, rates],
      ['GET', PATHS.adminClients, authenticateAdmin, listWithUsage],
      ['POST', PATHS.adminClients, authenticateAdmin, createClient],
      ['DELETE', `${PATHS.adminClients}/:id`, authenticateAdmin, revokeClient],
      ['GET', PATHS.adminDoctor, authenticateAdmin, doctor],
      ['GET', PATHS.adminMetrics, authenticateAdmin, metrics],
    ],
  )
}
