import { createApp } from './app.ts'

export { ClientUsage } from './clients/usage.ts'
export { Dispatcher } from './dispatch/object.ts'
export default createApp()
