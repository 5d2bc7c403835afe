import { render } from 'preact'
import { Popup } from '../../view/popup.tsx'
import '../../view/base.css'
import '../../view/popup.css'

render(<Popup />, document.getElementById('app') as HTMLElement)
