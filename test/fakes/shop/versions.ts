import type { ShopPicture } from './pictures.ts'

/** A picture whose page shows a small version of it, or none yet. */
export interface VersionPlace {
  name: string
  /** The story of a picture of the product; none if nothing may be sent. */
  product?: string
  /** What the results say of the picture that was sent. */
  subtitle: RegExp
  html: string
}

const CLEAR = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
const EMPTY = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'%3E%3C/svg%3E"

export function versionPlaces(addressOf: (story: string) => string): VersionPlace[] {
  const fill = 'style="display:block;width:200px;height:200px"'
  const [bag, cap, teddy, watch] = ['bag-cors', 'cap-cors', 'teddy-cors', 'watch-png'].map(addressOf)
  const preview = addressOf('bag-20')
  return [
    {
      name: 'cropped',
      product: 'cors',
      subtitle: /Original 1100×1100/,
      html: `<img ${fill} src="${addressOf('shoe-cropped')}">`,
    },
    {
      name: 'padded',
      product: 'webp',
      subtitle: /Original 950×950/,
      html: `<img ${fill} src="${addressOf('watch-padded')}">`,
    },
    {
      name: 'reduced by a service',
      product: 'no-cors',
      subtitle: /Original 900×900/,
      html: `<img ${fill} src="${addressOf('teddy-reduced')}">`,
    },
    {
      name: 'whose large version is a sign',
      product: 'small',
      subtitle: /Original 150×150/,
      html: `<img ${fill} src="${addressOf('lamp-small')}">`,
    },
    {
      name: 'with the zoom address of another',
      product: 'data',
      subtitle: /Original 500×500/,
      html: `<img ${fill} src="${bag}" data-zoom-image="${addressOf('shoe-large')}">`,
    },
    {
      name: 'with sizes in JSON',
      product: 'cors',
      subtitle: /Original 1400×1400/,
      html: `<img ${fill} src="${addressOf('cors')}" data-a-dynamic-image='{"${addressOf('shoe-small')}":[300,300],"${addressOf('shoe-large')}":[1400,1400]}'>`,
    },
    {
      name: 'that only in the middle can be read',
      product: 'no-cors',
      subtitle: /Original 900×900/,
      html: `<img ${fill} src="${addressOf('css-background')}" srcset="${addressOf('css-background')} 300w 300h, ${addressOf('main')} 1600w 1600h, ${teddy} 900w 900h" sizes="200px">`,
    },
    {
      name: 'linked',
      product: 'cors',
      subtitle: /Original 1400×1400/,
      html: `<a href="${addressOf('shoe-large')}"><img ${fill} src="${addressOf('cors')}"></a>`,
    },
    {
      name: 'under a clear pixel',
      product: 'webp',
      subtitle: /Original 640×640/,
      html: `<img ${fill} class="lazyload" src="${CLEAR}" data-src="${watch}">`,
    },
    {
      name: 'under an empty drawing',
      product: 'css-background',
      subtitle: /Original 500×500/,
      html: `<img ${fill} src="${EMPTY}" data-srcset="${cap} 500w">`,
    },
    {
      name: 'blurred',
      product: 'data',
      subtitle: /Original 500×500/,
      html: `<img style="display:block;width:200px;height:200px;filter:blur(8px)" src="${preview}" data-original="${bag}">`,
    },
    {
      name: 'stacked on its preview',
      product: 'data',
      subtitle: /Original 500×500/,
      html: `<div style="position:relative;width:200px;height:200px"><img src="${preview}" style="position:absolute;inset:0;width:100%;height:100%"><img data-src="${bag}" style="position:absolute;inset:0;width:100%;height:100%;opacity:0;pointer-events:none"></div>`,
    },
    {
      name: 'for pages without scripts',
      product: 'no-cors',
      subtitle: /Original 900×900/,
      html: `<img ${fill} class="lazy" src="${CLEAR}"><noscript><img src="${teddy}"></noscript>`,
    },
    {
      name: 'in a held source',
      product: 'webp',
      subtitle: /Original 640×640/,
      html: `<picture><source data-srcset="${watch} 1x"><img ${fill} src="${CLEAR}"></picture>`,
    },
    {
      name: 'with a gap for the width',
      product: 'no-cors',
      subtitle: /Original 1080×1080/,
      html: `<img ${fill} src="${CLEAR}" data-src="${addressOf('teddy-wide').replace('_1080x', '_{width}x')}" data-widths="[180, 540, 1080]">`,
    },
    {
      name: 'in a background',
      product: 'css-background',
      subtitle: /Original 500×500/,
      html: `<div ${fill} data-bg="url('${cap}')"></div>`,
    },
    {
      name: 'that keeps the address of another',
      product: 'data',
      subtitle: /Original 500×500/,
      html: `<img ${fill} class="lazyloaded" src="${bag}" data-src="${addressOf('shoe-large')}">`,
    },
    {
      name: 'that nothing names',
      subtitle: /isn’t loaded yet/,
      html: `<img ${fill} class="lazyload" src="${CLEAR}">`,
    },
  ]
}

/** Pictures that the page shows small, or does not show yet. */
export function versionsPage(pictures: ShopPicture[], origin: string): string {
  const addressOf = (story: string) => `${origin}${pictures.find((each) => each.story === story)?.path}`
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Versions</title><style>
body{margin:0;padding:20px;font:14px Arial,sans-serif}main{display:grid;grid-template-columns:repeat(5,200px);gap:24px 40px}
h2{font-size:12px;margin:0 0 4px}</style></head><body><main>${versionPlaces(addressOf)
    .map(({ name, html }) => `<section><h2>${name}</h2><div data-place="${name}">${html}</div></section>`)
    .join('')}</main></body></html>`
}
