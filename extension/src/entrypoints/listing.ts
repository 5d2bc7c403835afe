import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { installListingReader } from '../content/install-listing.ts'

export default defineUnlistedScript(installListingReader)
