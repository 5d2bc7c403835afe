/**
 * What the tools put into a build or let decide about it: WXT and Vite every variable with their prefix, Wrangler these
 * (https://developers.cloudflare.com/workers/wrangler/system-environment-variables/).
 */
const DECIDES = /^(?:WXT_|VITE_|WRANGLER_BUILD_|CLOUDFLARE_ENV$|NODE_ENV$|FIND_ON_1688_OUT_DIR$)/

/**
 * This process's environment, without what would make a build differ from that of someone else. A test runner sets NODE_ENV to
 * "test", but a build for tests must be the build that ships.
 */
export function buildEnvironment(environment: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => !DECIDES.test(name))
  return { ...Object.fromEntries(kept), NODE_ENV: 'production' }
}
