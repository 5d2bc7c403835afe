import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { installPageScript } from '../content/install.ts'

export default defineUnlistedScript(installPageScript)
