import { COLOURS, type ColourName, SHEET } from './colours.ts'

/** What a shop's picture host answers for one address: the original, changed as its size token says. */
export interface Answer {
  colour: ColourName
  /** Of the original, in pixels. */
  original: [width: number, height: number]
  /** `fit` keeps the proportions and never enlarges, `crop` fills the box, `pad` fills it with white. */
  how: 'fit' | 'crop' | 'pad'
  box?: [width: number, height: number]
  /** A play button over it. */
  play?: true
  type?: 'jpeg' | 'webp' | 'avif'
}

type Change = Pick<Answer, 'how' | 'box' | 'play'>

interface Host {
  /** Of the originals whose address does not say it. */
  original: [width: number, height: number]
  /** `undefined` for what the shop answers with 404. */
  answer(path: string, query: URLSearchParams): Change | undefined
}

const all: Change = { how: 'fit' }
const within = (width: number, height = width): Change => ({ how: 'fit', box: [width, height] })
const cropped = (width: number, height = width): Change => ({ how: 'crop', box: [width, height] })
const padded = (width: number, height = width): Change => ({ how: 'pad', box: [width, height] })
const ANY = 100_000
const numbers = (match: RegExpExecArray | null) => match?.slice(1).map((each) => Number(each || ANY)) ?? []

/** Tokens between the last two dots, such as `_AC_SX466_` and `.SX38_SY50_CR,0,0,38,50_BG85,85,85_…`. */
const amazon: Host = {
  original: [2000, 1500],
  answer: (path) => {
    const tokens = /\/[^/.]+\.([^/]+)\.(?:jpg|png|webp)$/.exec(path)?.[1]
    if (path.endsWith('.gif')) return undefined
    if (!tokens) return all
    const play = /play-icon|PKdp/.test(tokens) ? ({ play: true } as const) : {}
    const [square, rowWidth, rowHeight] = numbers(/_(?:US|SS)(\d+)_|SR(\d+),(\d+)_/.exec(tokens))
    if (rowWidth !== ANY && rowWidth) return { ...padded(rowWidth, rowHeight), ...play }
    if (square) return { ...padded(square), ...play }
    const [cutWidth, cutHeight] = numbers(/CR0?,?0,0,(\d+),(\d+)_/.exec(tokens))
    if (/^S[XY]\d+_S[XY]\d+_CR,/.test(tokens.replace(/^_/, '')) && cutWidth)
      return { ...cropped(cutWidth, cutHeight), ...play }
    const [longest] = numbers(/(?:UL|SL)(\d+)_/.exec(tokens))
    if (longest) return { ...within(longest), ...play }
    const [wide] = numbers(/[SU]X(\d+)_/.exec(tokens))
    const [high] = numbers(/[SU]Y(\d+)_/.exec(tokens))
    return { ...within(wide ?? ANY, high ?? ANY), ...play }
  },
}

const etsy: Host = {
  original: [2000, 1500],
  answer: (path) => {
    const size = /\/il_([^.]+)\./.exec(path)?.[1]
    const sizes: Record<string, Change> = {
      fullxfull: all,
      '1588xN': within(1588, ANY),
      '1140xN': within(1140, ANY),
      '794xN': within(794, ANY),
      '680x540': cropped(680, 540),
      '570xN': within(570, ANY),
      '340x270': cropped(340, 270),
      '300x300': cropped(300),
      '170x135': cropped(170, 135),
      '75x75': cropped(75),
    }
    return sizes[size ?? '']
  },
}

/** `?width=`, `height=`, `crop=`; older themes write `_400x`, `_200x200_crop_center` and `@2x` before the ending. */
const shopify: Host = {
  original: [1800, 1200],
  answer: (path, query) => {
    const [width, height] = [Number(query.get('width')), Number(query.get('height'))]
    if (width || height) {
      if (width && height) return query.has('crop') ? cropped(width, height) : within(width, height)
      return within(width || ANY, height || ANY)
    }
    const old = /_(\d*)x(\d*)(_crop_\w+)?(?:@(\d)x)?(?:\.progressive)?\.\w+$/.exec(path)
    if (!old || (!old[1] && !old[2])) return all
    const times = Number(old[4] ?? 1)
    const [w, h] = [Number(old[1] || ANY) * times, Number(old[2] || ANY) * times]
    return old[3] ? cropped(w, h) : within(w, h)
  },
}

const ebay: Host = {
  original: [1600, 1200],
  answer: (path) => {
    const [side] = numbers(/\/s-l(\d+)\.\w+$/.exec(path))
    if (side)
      return [64, 96, 140, 225, 300, 400, 500, 640, 960, 1200, 1600].includes(side) ? within(side) : undefined
    const set = /\/\$_(\d+)\.\w+$/i.exec(path)?.[1]
    const sides: Record<string, number> = {
      0: 96,
      1: 400,
      2: 200,
      3: 800,
      10: 1600,
      12: 500,
      14: 64,
      57: 1600,
    }
    return set && sides[set] ? within(sides[set]) : undefined
  },
}

const pinterest: Host = {
  original: [1500, 2000],
  answer: (path) => {
    const folder = path.split('/')[1] ?? ''
    // Some pins have their original under another ending, and this address refused.
    if (folder === 'originals') return path.includes('/99/') ? undefined : all
    if (folder === '75x75_RS') return cropped(75)
    const [width] = numbers(/^(\d+)x$/.exec(folder))
    return width && [136, 170, 236, 474, 564, 736].includes(width) ? within(width, ANY) : undefined
  },
}

/** `NAME.jpg_220x220q75.jpg_.avif`; Lazada's are the same. */
const alibaba: Host = {
  original: [1000, 1000],
  answer: (path) => {
    const [side] = numbers(/\.(?:jpg|png)_(\d+)x\d+/.exec(path))
    if (side) return within(side)
    const [own] = numbers(/\/(\d+)x\d+\.\w+$/.exec(path))
    return own ? within(own) : all
  },
}

const shopee: Host = {
  original: [1024, 1024],
  answer: (path) => {
    if (/_tn(\.webp)?$/.test(path)) return within(320)
    const [width] = numbers(/@resize_w(\d+)/.exec(path))
    return width ? within(width, ANY) : all
  },
}

/** `resize-h310-w310^compr-r85`, `c_crop…` and so on; a larger size than the original gives a picture that says so. */
const wayfair: Host = {
  original: [2000, 2000],
  answer: (path) => {
    const [height, width] = numbers(/\/resize-h(\d+)-w(\d+)/.exec(path))
    if (width && height) return width > 2000 ? undefined : padded(width, height)
    return /\/im\/\d+\/compr-r\d+\//.test(path) ? all : undefined
  },
}

const mercadoLibre: Host = {
  original: [1200, 900],
  answer: (path) => {
    const match = /\/D_(?:N?Q_)?(?:NP_)?(2X_)?\d+-[A-Z]{3}\d+_\d+-([A-Z]+)\.\w+$/.exec(path)
    if (!match) return undefined
    const sides: Record<string, number> = {
      I: 90,
      S: 70,
      E: 284,
      R: 320,
      V: 320,
      AB: 320,
      W: 320,
      O: 500,
      F: 1200,
    }
    const side = sides[match[2] ?? '']
    return side ? within(Math.min(1200, side * (match[1] ? 2 : 1))) : undefined
  },
}

const ozon: Host = {
  original: [1200, 1600],
  answer: (path) => {
    const [width] = numbers(/\/wc(\d+)\//.exec(path))
    return width ? within(width, ANY) : all
  },
}

const wildberries: Host = {
  original: [900, 1200],
  answer: (path) => {
    const folder = /\/images\/([^/]+)\/\d+\.webp$/.exec(path)?.[1]
    if (folder === 'big') return all
    if (folder === 'tm') return cropped(75, 100)
    const [width, height] = numbers(/^c(\d+)x(\d+)$/.exec(folder ?? ''))
    const sizes = ['c246x328', 'c516x688']
    return width && sizes.includes(folder ?? '') ? cropped(width, height) : undefined
  },
}

/** The signature in the query covers the path: every other size is refused. */
const tiktok: Host = {
  original: [800, 800],
  answer: (path, query) => {
    const [width, height] = numbers(/~tplv-[\w-]+:(\d+):(\d+)\.\w+$/.exec(path))
    return width === 300 && query.has('x-signature') ? cropped(width, height) : undefined
  },
}

const cloudinary: Host = {
  original: [1400, 1400],
  answer: (path) => {
    const change = /\/upload\/((?:[a-z]{1,2}_[^/]+,?)+)\//.exec(path)?.[1]
    if (!change) return all
    const [width] = numbers(/(?:^|,)w_(\d+)/.exec(change))
    const [height] = numbers(/(?:^|,)h_(\d+)/.exec(change))
    return /c_(fill|thumb|crop)/.test(change)
      ? cropped(width ?? 100, height ?? width ?? 100)
      : within(width ?? ANY, height ?? ANY)
  },
}

const imgix: Host = {
  original: [1600, 1600],
  answer: (_, query) => {
    const [width, height] = [Number(query.get('w') || ANY), Number(query.get('h') || ANY)]
    return query.get('fit') === 'crop' && height !== ANY ? cropped(width, height) : within(width, height)
  },
}

const bigCommerce: Host = {
  original: [1280, 1280],
  answer: (path) => {
    const folder = /\/images\/stencil\/([^/]+)\//.exec(path)?.[1] ?? ''
    if (folder === 'original') return all
    const [width, height] = numbers(/^(\d+)[x](\d+)$/.exec(folder))
    if (width) return within(width, height)
    const [wide] = numbers(/^(\d+)w$/.exec(folder))
    return wide ? within(wide, ANY) : undefined
  },
}

/** Names of files differ as sizes do: `-300x300` is a crop, `-1024x683` is not. */
const wordpress: Host = {
  original: [1600, 1067],
  answer: (path) => {
    const [width, height] = numbers(/-(\d+)x(\d+)\.\w+$/.exec(path))
    return width && height ? cropped(width, height) : all
  },
}

const magento: Host = {
  original: [1000, 1250],
  answer: (path) => (/\/cache\/[0-9a-f]{32}\//.test(path) ? within(240, 300) : all),
}

const nextImage: Host = {
  original: [1600, 1600],
  answer: (_, query) => (Number(query.get('w')) > 0 ? within(Number(query.get('w')), ANY) : undefined),
}

const walmart: Host = {
  original: [2000, 2000],
  answer: (_, query) => within(Number(query.get('odnWidth') || ANY), Number(query.get('odnHeight') || ANY)),
}

const allegro: Host = {
  original: [2000, 2000],
  answer: (path) => {
    const [side] = numbers(/^\/s(\d+)\//.exec(path))
    return side ? within(side) : path.startsWith('/original/') ? all : undefined
  },
}

const rakuten: Host = {
  original: [1000, 1000],
  answer: (_, query) => {
    const [width, height] = numbers(/^(\d+):(\d+)$/.exec(query.get('fitin') ?? ''))
    return width ? within(width, height) : all
  },
}

const coupang: Host = {
  original: [1000, 1000],
  answer: (path) => {
    const [width, height] = numbers(/\/remote\/(\d+)x(\d+)ex\//.exec(path))
    return width ? within(width, height) : all
  },
}

const otto: Host = {
  original: [1500, 1500],
  answer: (_, query) => within(Number(query.get('w') || ANY), ANY),
}

const plainFiles: Host = { original: [1600, 1600], answer: () => all }

/** What shops serve from their own address. */
const OWN: Record<string, Host> = {
  '/cdn/shop/': shopify,
  '/wp-content/uploads/': wordpress,
  '/media/catalog/product/': magento,
  '/_next/image': nextImage,
  '/photos/': plainFiles,
}

const HOSTS: Record<string, Host> = {
  'm.media-amazon.com': amazon,
  'images-na.ssl-images-amazon.com': amazon,
  'i.etsystatic.com': etsy,
  'cdn.shopify.com': shopify,
  'i.ebayimg.com': ebay,
  'i.pinimg.com': pinterest,
  'ae01.alicdn.com': alibaba,
  'ae-pic-a1.aliexpress-media.com': alibaba,
  'sg-test-11.slatic.net': alibaba,
  'img.lazcdn.com': alibaba,
  'down-sg.img.susercontent.com': shopee,
  'assets.wfcdn.com': wayfair,
  'http2.mlstatic.com': mercadoLibre,
  'ir.ozone.ru': ozon,
  'basket-05.wbbasket.ru': wildberries,
  'p16-oec-va.ibyteimg.com': tiktok,
  'res.cloudinary.com': cloudinary,
  'shop.imgix.net': imgix,
  'cdn11.bigcommerce.com': bigCommerce,
  'i5.walmartimages.com': walmart,
  'a.allegroimg.com': allegro,
  'tshop.r10s.jp': rakuten,
  'thumbnail.coupangcdn.com': coupang,
  'i.otto.de': otto,
}

export const SHOP_HOSTS = Object.keys(HOSTS)

/** By the last digit of the longest number, where an address has room for nothing else. */
const BY_DIGIT: ColourName[] = [...SHEET, 'grey']

/** `71bluew2000h1500L` is blue and 2000×1500. A name of two colours, `red-grey`, changes to the second with the original. */
export function shopAnswer({ hostname, pathname, searchParams, search }: URL): Answer | undefined {
  const own = Object.keys(OWN).find((prefix) => pathname.startsWith(prefix))
  const shop = own ? OWN[own] : HOSTS[hostname]
  const answer = shop?.answer(pathname, searchParams)
  if (!shop || !answer) return undefined
  const text = decodeURIComponent(pathname + search)
  const names = Object.keys(COLOURS).join('|')
  const named = new RegExp(`(${names})(?:-(${names}))?(?:w(\\d+)h(\\d+))?`).exec(text)
  const longest = pathname.match(/\d+/g)?.sort((a, b) => b.length - a.length)[0] ?? '0'
  const shown = named?.[1] ?? BY_DIGIT[Number(longest.at(-1))] ?? 'red'
  const colour = (answer.box ? shown : (named?.[2] ?? shown)) as ColourName
  const original: [number, number] = named?.[3] ? [Number(named[3]), Number(named[4])] : shop.original
  const type = /\.avif$/.test(pathname) ? 'avif' : /webp/.test(pathname) ? 'webp' : 'jpeg'
  return { colour, original, ...answer, type }
}
