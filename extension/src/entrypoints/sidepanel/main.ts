import '../../view/base.css'
import '../../view/app.css'
import { mount } from '../../view/mount.tsx'

mount('panel')
