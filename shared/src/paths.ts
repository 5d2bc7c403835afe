/** The worker's routes. */
export const PATHS = {
  search: '/v1/search',
  searchAddress: '/v1/search/address',
  offers: '/v1/offers',
  usage: '/v1/usage',
  rates: '/v1/rates',
  attestationKeys: '/v1/attestation-keys',
  health: '/v1/health',
  openapi: '/openapi.json',
  docs: '/docs',
  mcp: '/mcp',
  adminClients: '/v1/admin/clients',
  adminDoctor: '/v1/admin/doctor',
  adminMetrics: '/v1/admin/metrics',
} as const
