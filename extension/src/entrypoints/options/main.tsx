import { render } from 'preact'
import { loadTexts } from '../../i18n/index.ts'
import { Options } from '../../ui/options/options.tsx'
import '../../ui/shell/base.css'
import '../../ui/options/options.css'

await loadTexts()
render(<Options />, document.getElementById('app') as HTMLElement)
