import { COLOURS } from '../pages/colours.ts'

/** `PORT` stands for the server’s port in the addresses of a page. */
export { CLEAR_GIF } from '../pages/page.ts'

/** A product of a page as a person reads it there. What the page does not say is `null`. */
export interface ShownProduct {
  title: string
  /** A part of its picture's address that no other product's has. */
  picture: string
  /** Decimal string: what is paid for it, the lowest where it is a range. */
  price: string | null
  priceTo?: string
  /** ISO 4217; `null` too where the mark stands for several and nothing tells which. */
  currency: string | null
  /** A part of the address of its own page. */
  link: string | null
  productNumber: string | null
}

/** A page of results or a category, as a shop builds it, and the truth about it. */
export interface ResultsPage {
  /** Served at `/results/NAME`. */
  name: string
  /** After which site, theme or library it is built, and what is difficult there. */
  like: string
  /** Where it would be; relative links lead from there. */
  address: string
  language?: string
  head?: string
  /** `PORT` stands for the port. */
  body: string
  /** What a person who wants all products of the results would take, in the page's order, each once. */
  products: ShownProduct[]
  /** Products that the page marks as advertisements. */
  ads?: ShownProduct[]
  /** Products beside the results: seen before, bought together, others like them. */
  beside?: ShownProduct[]
}

const TITLES = [
  'Canvas Weekender Travel Bag with Shoe Compartment',
  'Ceramic Pour-Over Coffee Dripper, Matte White',
  'LED Desk Lamp, Dimmable, USB Charging Port',
  'Bamboo Cutting Board Set of 3',
  'Stainless Steel Water Bottle 750 ml',
  'Wireless Earbuds with Charging Case',
  'Linen Throw Pillow Cover 45 x 45 cm',
  'Foldable Laptop Stand, Aluminium',
  'Silicone Baking Mat, 2-Pack',
  'Kids Rain Boots with Handles',
  'Portable Blender for Smoothies 400ml',
  'Resistance Bands, 5 Levels',
  'Felt Storage Basket, Grey',
  'Macrame Wall Hanging, Boho',
  'Digital Kitchen Scale up to 5 kg',
  'Cat Scratching Post with Ball',
  'Magnetic Phone Holder for Car Vent',
  'Glass Food Containers with Bamboo Lids',
  'Yoga Mat 6 mm, Non-Slip',
  'Solar Garden Lights, 12 Pieces',
  'Leather Card Holder RFID Blocking',
  'Electric Milk Frother',
  'Wooden Puzzle for Toddlers',
  'Hanging Toiletry Organizer',
]
const PAINTS = Object.keys(COLOURS).filter((name) => !['grey', 'white', 'black'].includes(name))

export interface Item {
  /** From 0. */
  at: number
  title: string
  /** In the address of each of its pictures. */
  picture: string
  /** Such as `24.99`. */
  price: string
}

/** Different products, the same ones on every page; `from` leaves out the first ones. */
export function items(count: number, from = 0): Item[] {
  return Array.from({ length: count }, (_, index) => {
    const at = from + index
    const set = Math.floor(at / TITLES.length)
    return {
      at,
      title: `${TITLES[at % TITLES.length]}${set ? ` (${set + 1})` : ''}`,
      picture: `${PAINTS[at % PAINTS.length]}w1500h1500n${String(at).padStart(2, '0')}`,
      price: `${7 + ((at * 37) % 83)}.${['99', '49', '00', '95'][at % 4]}`,
    }
  })
}

/** What a page shows of an item; `change` for where it differs. */
export function shown(item: Item, currency: string | null, change: Partial<ShownProduct>): ShownProduct {
  const { title, picture, price } = item
  return { title, picture, price, currency, link: null, productNumber: null, ...change }
}

export const host = (name: string) => `http://${name}:PORT`
/** `$1,299.00` becomes `1.299,00 €` and the like. */
export const withComma = (price: string) => price.replace('.', ',')
/** Many times the price, without decimals: for currencies that have none. */
export const whole = (price: string, times: number) => String(Math.round(Number(price) * times))
/** Groups of three. */
export const grouped = (number: string, mark: string) => number.replace(/\B(?=(\d{3})+$)/g, mark)
export const GRID =
  '<style>.grid{display:grid;grid-template-columns:repeat(4,220px);gap:16px;margin:0;padding:0;list-style:none}.grid img{width:200px;height:200px;object-fit:contain}</style>'
