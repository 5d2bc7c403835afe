import { version } from '../../package.json'

/** The extension has the same version. */
export const VERSION: string = version
