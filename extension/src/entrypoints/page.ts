import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { installPageScript } from '../page/install.ts'

export default defineUnlistedScript(installPageScript)
