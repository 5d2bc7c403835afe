import { createApp } from './app.ts'

export { Dispatcher } from './dispatch/object.ts'
export default createApp()
