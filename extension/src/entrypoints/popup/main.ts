import '../../view/base.css'
import '../../view/app.css'

// A browser shows a popup once its page has loaded, and the page has loaded without what is imported like this.
import('../../view/mount.tsx').then(({ mount }) => mount('popup'))
