import sharp, { type Sharp } from 'sharp'
import type { Catalogue, Product } from '../gateway/catalogue/index.ts'

/** How many photos the gallery page has of its product. */
export const GALLERY_PHOTOS = 5

/** Addresses of versions, as shop systems make them. */
const VERSION_PATHS = {
  cropped: '/cors/cdn/shop/files/shoe.jpg?v=7&width=200&height=120&crop=center',
  uncropped: '/cors/cdn/shop/files/shoe.jpg?v=7',
  padded: '/cors/media/catalog/product/cache/207e23213cf636ccdef205098cf3c8a3/w/a/watch.jpg',
  unpadded: '/cors/media/catalog/product/w/a/watch.jpg',
  reduced: '/cors/_next/image?url=%2Fcors%2Fteddy.jpg&w=256&q=75',
  small: '/cors/wp-content/uploads/lamp-150x150.jpg',
  noImage: '/cors/wp-content/uploads/lamp.jpg',
  wide: '/cors/cdn/shop/products/teddy_1080x.jpg',
}

/** A picture of the shop. `story` is its name in the page, for people and for tests. */
export interface ShopPicture {
  story: string
  /** Its path at the picture host; empty for a `data:` picture. */
  path: string
  type: string
  bytes: Buffer
  /** The product shown; `undefined` if nobody sells it. */
  product: Product | undefined
}

/** The pictures of the listing and its neighbours, each included in a different way found in real shops. */
export async function makePictures(catalogue: Catalogue): Promise<ShopPicture[]> {
  const pick = (english: RegExp) => {
    const offered = ({ id }: Product) => catalogue.offersOf(id).length
    const [product] = catalogue.products
      .filter((each) => english.test(each.english))
      .sort((a, b) => offered(b) - offered(a))
    if (!product) throw new Error(`the catalogue has no ${english}`)
    return product
  }
  const backpack = pick(/backpack/i)
  const shots = catalogue.offersOf(backpack.id)
  const shot = async (product: Product, at = 0) => {
    const offers = catalogue.offersOf(product.id)
    const bytes = await catalogue.picture(offers[Math.min(at, offers.length - 1)]?.picture ?? '')
    if (!bytes) throw new Error(`no picture of ${product.english}`)
    return sharp(bytes)
  }
  const make = async (
    story: string,
    path: string,
    product: Product | undefined,
    picture: Sharp,
  ): Promise<ShopPicture> => ({
    story,
    path,
    type: `image/${path.endsWith('.webp') ? 'webp' : path.endsWith('.png') ? 'png' : 'jpeg'}`,
    bytes: await picture.toBuffer(),
    product,
  })
  const [shoe, watch, teddy, bag, lamp, cap, chair] = [
    pick(/shoe|sneaker/i),
    pick(/watch/i),
    pick(/teddy/i),
    pick(/handbag|tote/i),
    pick(/lamp|light|torch/i),
    pick(/cap|hat/i),
    pick(/chair/i),
  ]
  /** One for each of the product's offers, and last an enlarged detail of the first. */
  const galleryShot = async (at: number) => {
    if (at < GALLERY_PHOTOS - 1) return shot(chair, at)
    const whole = (await shot(chair)).resize(1000, 1000, { fit: 'cover' })
    return sharp(await whole.extract({ left: 200, top: 120, width: 640, height: 640 }).toBuffer())
  }
  const made = await Promise.all([
    make('main', '/i/main.jpg', backpack, (await shot(backpack)).resize(1200).jpeg({ quality: 80 })),
    ...shots
      .slice(1, 4)
      .map(async (_, at) =>
        make(
          `thumb-${at + 1}`,
          `/i/thumb-${at + 1}.jpg`,
          backpack,
          (await shot(backpack, at + 1)).resize(600).jpeg(),
        ),
      ),
    ...Array.from({ length: GALLERY_PHOTOS }, async (_, at) => {
      const [story, photo] = [`gallery-${at + 1}`, await galleryShot(at)]
      return [
        make(story, `/cors/${story}.jpg`, chair, photo.clone().resize(800).jpeg()),
        make(`${story}-small`, `/cors/${story}-small.jpg`, chair, photo.clone().resize(120).jpeg()),
      ]
    }).map(async (both) => Promise.all(await both)),
    make('cors', '/cors/shoe.jpg', shoe, (await shot(shoe)).resize(1000).jpeg({ quality: 75 })),
    make('webp', '/cors/watch.webp', watch, (await shot(watch)).resize(700).webp({ quality: 80 })),
    make('no-cors', '/i/teddy.jpg', teddy, (await shot(teddy)).resize(900).jpeg({ quality: 70 })),
    make('css-background', '/i/cap.jpg', cap, (await shot(cap)).resize(500).jpeg()),
    make('data', '.jpg', bag, (await shot(bag)).resize(420).jpeg({ quality: 82 })),
    make('small', '/cors/lamp.jpg', lamp, (await shot(lamp)).resize(200).jpeg({ quality: 90 })),
    make(
      'shoe-small',
      '/cors/wp-content/uploads/shoe-300x300.jpg',
      shoe,
      (await shot(shoe)).resize(300).jpeg(),
    ),
    make('shoe-large', '/cors/wp-content/uploads/shoe.jpg', shoe, (await shot(shoe)).resize(1400).jpeg()),
    make('watch-png', '/cors/watch.png', watch, (await shot(watch)).resize(640).png()),
    make('teddy-cors', '/cors/teddy.jpg', teddy, (await shot(teddy)).resize(900).jpeg()),
    make('bag-cors', '/cors/bag.jpg', bag, (await shot(bag)).resize(500).jpeg()),
    make('cap-cors', '/cors/cap.jpg', cap, (await shot(cap)).resize(500).jpeg()),
    make(
      'shoe-cropped',
      VERSION_PATHS.cropped,
      shoe,
      (await shot(shoe)).resize(200, 120, { fit: 'cover' }).jpeg(),
    ),
    make('shoe-uncropped', VERSION_PATHS.uncropped, shoe, (await shot(shoe)).resize(1100).jpeg()),
    make(
      'watch-padded',
      VERSION_PATHS.padded,
      watch,
      sharp(
        await (await shot(watch)).resize(120, 60, { fit: 'contain', background: '#fff' }).toBuffer(),
      ).jpeg(),
    ),
    make('watch-unpadded', VERSION_PATHS.unpadded, watch, (await shot(watch)).resize(950).jpeg()),
    make('teddy-reduced', VERSION_PATHS.reduced, teddy, (await shot(teddy)).resize(256).jpeg()),
    make('lamp-small', VERSION_PATHS.small, lamp, (await shot(lamp)).resize(150).jpeg()),
    make(
      'no-image',
      VERSION_PATHS.noImage,
      undefined,
      sharp({ create: { width: 700, height: 700, channels: 3, background: '#d8d8d8' } }).jpeg(),
    ),
    make('bag-20', '/i/bag-preview.jpg', bag, (await shot(bag)).resize(20).jpeg()),
    make('teddy-wide', VERSION_PATHS.wide, teddy, (await shot(teddy)).resize(1080).jpeg()),
    make(
      'plain',
      '/i/plain.png',
      undefined,
      sharp({ create: { width: 600, height: 400, channels: 3, background: '#ff0000' } }).png(),
    ),
    make('unknown', '/cors/landscape.jpg', undefined, landscape().jpeg({ quality: 85 })),
  ])
  return made.flat()
}

/** A picture of something nobody sells. */
function landscape(): Sharp {
  const hills = [0, 1, 2].map((at) => {
    const y = 380 + at * 110
    return `<path d="M0 ${y} Q 150 ${y - 140 + at * 30} 320 ${y - 20} T 620 ${y - 60} T 900 ${y - 10} V 700 H 0 Z" fill="hsl(${150 - at * 20} 30% ${46 - at * 11}%)"/>`
  })
  return sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="900" height="700">
      <defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="#5b83b8"/><stop offset="1" stop-color="#f3d9b8"/></linearGradient></defs>
      <rect width="900" height="700" fill="url(#sky)"/><circle cx="640" cy="180" r="52" fill="#fff3d0"/>${hills.join('')}</svg>`),
  )
}
