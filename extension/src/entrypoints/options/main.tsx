import { render } from 'preact'
import { Options } from '../../view/options.tsx'
import '../../view/base.css'
import '../../view/options.css'

render(<Options />, document.getElementById('app') as HTMLElement)
