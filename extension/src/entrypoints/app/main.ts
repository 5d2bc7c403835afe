import '../../ui/shell/base.css'
import '../../ui/shell/app.css'
import { mount } from '../../ui/shell/mount.tsx'

mount('tab')
