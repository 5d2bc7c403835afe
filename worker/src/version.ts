import { version } from '../../package.json'

/** Of the whole project: the extension has the same. */
export const VERSION: string = version
