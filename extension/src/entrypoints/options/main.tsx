import { render } from 'preact'
import { speak } from '../../i18n/index.ts'
import { Options } from '../../ui/options/options.tsx'
import '../../ui/shell/base.css'
import '../../ui/options/options.css'

await speak()
render(<Options />, document.getElementById('app') as HTMLElement)
