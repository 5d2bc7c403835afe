import { render } from 'preact'
import { AppPage } from '../../view/app-page.tsx'
import '../../view/base.css'
import '../../view/popup.css'
import '../../view/app-page.css'

render(<AppPage />, document.getElementById('app') as HTMLElement)
