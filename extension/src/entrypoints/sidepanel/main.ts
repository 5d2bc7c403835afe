import '../../ui/shell/base.css'
import '../../ui/shell/app.css'
import { followSearches } from '../../ui/shell/follow-searches.ts'
import { mount } from '../../ui/shell/mount.tsx'

mount('panel')
followSearches()
