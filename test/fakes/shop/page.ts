import type { ShopPicture } from './pictures.ts'

/** The page's structured data about its product. */
const LISTED = {
  '@context': 'https://schema.org',
  '@type': 'Product',
  name: 'Trailmate Everyday Backpack, 22 L, water-repellent, padded laptop sleeve',
  sku: 'B0TRAIL22',
  offers: {
    '@type': 'Offer',
    price: '39.99',
    priceCurrency: 'USD',
    availability: 'https://schema.org/InStock',
  },
}

/** A listing like those of marketplaces. `addressOf` returns a picture's URL. */
export function listingPage(pictures: ShopPicture[], addressOf: (picture: ShopPicture) => string): string {
  const picture = (story: string) => {
    const found = pictures.find((each) => each.story === story)
    if (!found) throw new Error(`no picture ${story}`)
    return found
  }
  const img = (story: string, alt: string) =>
    `<img data-story="${story}" src="${addressOf(picture(story))}" alt="${alt}" referrerpolicy="no-referrer-when-downgrade">`
  const thumbs = pictures.filter(({ story }) => story.startsWith('thumb-'))
  const card = (story: string, title: string, price: string) => {
    const shown =
      story === 'css-background'
        ? `<div data-story="${story}" class="shot" style="background-image:url('${addressOf(picture(story))}')"></div>`
        : img(story, title)
    return `<div class="card">${shown}<div>${title}</div><b>${price}</b></div>`
  }
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Trailmate Backpack – Marlow &amp; Finch</title>
<script type="application/ld+json">${JSON.stringify(LISTED)}</script>
<style>
body{margin:0;font:14px/1.4 Arial,"Noto Sans",sans-serif;color:#16191d;background:#fff}
nav{background:#1f2a37;color:#fff;padding:12px 24px;display:flex;gap:24px;align-items:center}nav b{font-size:18px}nav i{flex:1;background:#fff;border-radius:6px;height:30px}
main{display:grid;grid-template-columns:64px 400px 1fr;gap:20px;padding:20px 24px}.thumbs img{display:block;width:60px;height:60px;object-fit:cover;border:1px solid #d7dbe0;border-radius:6px;margin-bottom:8px}
.big{width:400px;height:400px;object-fit:contain}h1{font-size:22px;font-weight:500;margin:0 0 6px}.stars{color:#b86a00}.price{font-size:26px;margin:12px 0}ul{padding-left:18px;color:#3d4550}
button{background:#f4b740;border:0;border-radius:18px;padding:9px 28px;font-size:14px}section{padding:0 24px 40px}h2{font-size:17px;margin:8px 0 12px}
.row{display:grid;grid-template-columns:repeat(7,1fr);gap:14px}.card img,.shot{width:100%;height:150px;object-fit:contain;background:#fff center/contain no-repeat}.card b{display:block}
</style></head><body>
<nav><b>Marlow &amp; Finch</b><i></i><span>Sign in</span><span>Basket</span></nav>
<main><div class="thumbs">${thumbs.map(({ story }) => img(story, 'Backpack')).join('')}</div>
${img('main', 'Trailmate Backpack').replace('<img ', '<img class="big" ')}
<div><h1>Trailmate Everyday Backpack, 22 L, water-repellent, padded laptop sleeve</h1>
<div class="stars">★★★★☆ <span style="color:#57606a">4.4 (2,318 ratings)</span></div><div class="price">$39.99</div>
<ul><li>Padded sleeve for laptops up to 15 inches</li><li>Water-repellent fabric, reinforced base</li><li>Two side pockets, hidden back pocket</li><li>Item number B0TRAIL22</li></ul>
<button type="button">Add to basket</button></div></main>
<section><h2>Customers also viewed</h2><div class="row">
${card('cors', 'Everyday Running Shoes', '$54.00')}${card('webp', 'Classic Wrist Watch', '$29.50')}${card('no-cors', 'Teddy Bear, 30 cm', '$18.90')}
${card('data', 'City Handbag', '$44.90')}${card('small', 'Reading Light', '$12.00')}${card('css-background', 'Summer Hat', '$15.00')}${card('unknown', 'Print “Hills at Dusk”', '$24.00')}
</div></section></body></html>`
}
