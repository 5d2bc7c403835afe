import { render } from 'preact'
import { Options } from '../../ui/options/options.tsx'
import { drawInNewLanguage, loadTexts } from '../../ui/shell/load-texts.ts'
import '../../ui/shell/base.css'
import '../../ui/options/options.css'

const draw = () => render(<Options />, document.getElementById('app') as HTMLElement)
await loadTexts()
draw()
drawInNewLanguage(draw)
