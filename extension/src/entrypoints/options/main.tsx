import { render } from 'preact'
import { Options } from '../../ui/options/options.tsx'
import { loadTexts } from '../../ui/shell/load-texts.ts'
import '../../ui/shell/base.css'
import '../../ui/options/options.css'

await loadTexts()
render(<Options />, document.getElementById('app') as HTMLElement)
