import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { installProductReader } from '../content/install-products.ts'

export default defineUnlistedScript(installProductReader)
