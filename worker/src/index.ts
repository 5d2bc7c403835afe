import { createApp } from './app.ts'

export { ClientUsage } from './clients/usage.ts'
export { Dispatcher } from './dispatch/dispatcher.ts'
export default createApp()
