import { GALLERY_PHOTOS, type ShopPicture } from './pictures.ts'

/**
 * A product page like those of real shops: one large photo, thumbnails of all photos with larger versions in `srcset`, and
 * what else is on such a page.
 */
export function galleryPage(pictures: ShopPicture[], pictureOrigin: string): string {
  const addressOf = (story: string) => {
    const picture = pictures.find((each) => each.story === story)
    if (!picture) throw new Error(`no picture ${story}`)
    return pictureOrigin + picture.path
  }
  const thumbs = Array.from({ length: GALLERY_PHOTOS }, (_, at) => {
    const [small, large] = [addressOf(`gallery-${at + 1}-small`), addressOf(`gallery-${at + 1}`)]
    return `<li><img data-story="gallery-${at + 1}" src="${small}" srcset="${small} 120w, ${large} 800w" sizes="60px" width="60" height="60" alt=""></li>`
  })
  const others = ['webp', 'teddy-cors', 'bag-cors', 'cap-cors'].map(
    (story) => `<div class="card"><img src="${addressOf(story)}" alt=""></div>`,
  )
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Solid Wood Chair – Marlow &amp; Finch</title>
<style>
body{margin:0;font:14px/1.4 Arial,"Noto Sans",sans-serif;color:#16191d;background:#fff}
nav{background:#1f2a37;color:#fff;padding:12px 24px}main{display:grid;grid-template-columns:64px 400px 1fr;gap:20px;padding:20px 24px}
ul{margin:0;padding:0;list-style:none}.big{width:400px;height:400px;object-fit:contain}
.row{display:grid;grid-template-columns:repeat(4,1fr);gap:14px;padding:0 24px}.card img{width:100%;height:150px;object-fit:contain}
</style></head><body>
<nav><img class="logo" src="${addressOf('small')}" width="140" height="140" alt="Marlow &amp; Finch"></nav>
<main><ul class="thumbs">${thumbs.join('')}</ul>
<img class="big" data-story="gallery-main" src="${addressOf('gallery-1')}" alt="Solid Wood Chair">
<div><h1>Solid Wood Chair</h1><p>$89.00</p></div></main>
<section><h2>Customers also viewed</h2><div class="row">${others.join('')}</div></section></body></html>`
}
