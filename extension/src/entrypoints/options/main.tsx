import { render } from 'preact'
import { speak } from '../../text/index.ts'
import { Options } from '../../view/options.tsx'
import '../../view/base.css'
import '../../view/options.css'

await speak()
render(<Options />, document.getElementById('app') as HTMLElement)
