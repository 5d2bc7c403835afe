import type { Bindings } from '../bindings.ts'

declare global {
  namespace Cloudflare {
    interface Env extends Bindings {
      SIMULATION: 'sampled' | 'whole'
    }
    interface GlobalProps {
      mainModule: typeof import('../index.ts')
    }
  }
}
