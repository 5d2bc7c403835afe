/** How a shop marks smaller versions in the address of a picture. */
export interface Shop {
  /** Found in the host without its port, followed by the path. */
  at: RegExp
  /** Applied one after the other. Of several replacements the first gives the largest version, the others are fallbacks. */
  rules?: [RegExp, ...string[]][]
  /** Parameters of the query to drop. */
  drop?: RegExp
}

/** Parameters that ask for a size, in any shop. */
export const SIZE =
  /^(w|h|width|height|size|sz|sw|sh|wid|hei|max-?(w|h|width|height)|im(width|height|policy)|odn(width|height)|_ex|resize|thumb(nail)?|x-oss-process|image(view|mogr)2.*)$/i
/** Further ones that choose among versions of one picture. */
export const VERSION =
  /^(dpr|q|qlt|quality|fit|crop|rect|ar|bg|pad(_?color)?|fm|fmt|format|auto|usm|sharp|strip|ixlib|odnbg)$/i

/**
 * Learned from addresses in public pages and code; few shops document them. So a larger version is tried, never relied on.
 */
export const SHOPS: Shop[] = [
  {
    at: /^[\w.-]*\b(media-amazon|ssl-images-amazon|images-amazon)\.com\//,
    rules: [[/\.[^/?.]*_(?=\.\w+(\?|$))/, '', '._SL1500_']],
    drop: /./,
  },
  {
    // Also 1688, Alibaba and Lazada.
    at: /\b(alicdn|aliexpress-media|lazcdn|slatic)\.(com|net)\//,
    rules: [
      [/(\.(?:jpe?g|png|webp|avif))[_/][^/]*$/i, '$1'],
      [/(\/kf\/[^/.]+)\/\d+x\d+(?=\.\w+$)/, '$1'],
      [/\.(\d+x\d+\w*|search|summ)(?=\.\w+$)/, ''],
    ],
  },
  {
    at: /^cdn\.shopify\.com\/|\/cdn\/shop\//,
    rules: [
      [
        /_(\d+x\d*|x\d+|pico|icon|thumb|small|compact|medium|large|grande)(_crop_\w+)?(@\dx)?(\.progressive)?(?=\.\w+(\?|$))/,
        '',
      ],
      [/@\dx(?=\.\w+(\?|$))/, ''],
    ],
  },
  {
    at: /\bebayimg\.com\//,
    rules: [
      [/\/thumbs(?=\/images\/)/, ''],
      [/s-l\d+(?=\.\w+$)/, 's-l1600'],
      [/\$_\d+(?=\.\w+)/, '$$_57', '$$_10'],
    ],
  },
  {
    at: /\betsystatic\.com\//,
    rules: [
      [/\/c\/(\d+\/){4}il\//, '/r/il/'],
      [/il_\d+x(\d+|N)\./, 'il_fullxfull.', 'il_1588xN.'],
    ],
  },
  { at: /\bpinimg\.com\//, rules: [[/\/\d+x(\d+)?(_\w+)?\//, '/originals/', '/736x/']] },
  {
    at: /\b(susercontent\.com|shopee\.[\w.]+)\//,
    rules: [[/(\/file\/[^/?@]*?)(_tn)?(@resize_[^/?]*)?(\.webp)?$/, '$1']],
  },
  {
    at: /\bmlstatic\.com\//,
    rules: [
      [
        /\/D_(?:N?Q_)?(?:NP_)?(?:2X_)?(\d+-\w+?_\d+(?:_\w+)?)-[A-Z]{1,2}(?=[-.])/,
        '/D_NQ_NP_2X_$1-F',
        '/D_NQ_NP_$1-F',
        '/D_NQ_NP_$1-O',
      ],
    ],
  },
  {
    at: /\b(tiktokcdn|ibyteimg|byteimg|ttcdn)[\w-]*\.com\//,
    rules: [
      [
        /~tplv-(\w+)-((?:resize|crop)[a-z-]*)(?::\d+)+(\.\w+)/,
        '~tplv-$1-origin-jpeg.jpeg',
        '~tplv-$1-$2:1600:1600$3',
      ],
    ],
  },
  {
    at: /\b(wbbasket|wb|wbstatic|wbcontent|wildberries)\.(ru|net)\//,
    rules: [[/\/(c\d+x\d+|tm)\//, '/big/']],
  },
  { at: /\bozon(e|ru|usercontent)?\.(ru|me|com)\//, rules: [[/\/(wc|w|c)\d+(?=\/[^/]+$)/, '', '/wc1000']] },
  { at: /\bwfcdn\.com\//, rules: [[/resize-[^/^%]+(%5E|\^|\/)/i, '', 'resize-h1600-w1600%5E']] },
  { at: /\bltwebstatic\.com\//, rules: [[/_thumbnail_\d+x\d*(?=\.\w+$)/, '']] },
  { at: /\b(walmartimages\.com|kwcdn\.com|rakuten\.co\.jp|r10s\.jp)\//, drop: /./ },
  { at: /\bcoupangcdn\.com\//, rules: [[/(\/remote\/)\d+x\d+(?=ex\/)/, '$11000x1000', '$1492x492']] },
  { at: /\ballegroimg\.com\//, rules: [[/\/s\d+(?=\/)/, '/original', '/s1024']] },
  { at: /\bwixstatic\.com\//, rules: [[/(\/media\/[^/]+)\/v1\/.*$/, '$1']] },
  {
    at: /\bsquarespace(-cdn)?\.com\//,
    rules: [[/([?&]format=)\d+w/, '$1original', '$12500w']],
  },
  {
    // Scene7, as of Target: without a size it is 400 pixels wide, `scl=1` is the source's own size.
    at: /\/is\/image\//,
    rules: [[/(\/is\/image\/[^?]+)(\?.*)?$/, '$1?scl=1', '$1?wid=2000', '$1']],
  },
  {
    at: /\/stencil\//,
    rules: [[/\/stencil\/(\d+x\d+|\d+w)\//, '/stencil/original/', '/stencil/1280x1280/']],
  },
  {
    at: /\/products\//,
    rules: [[/(\/products\/.*\.\d{9,})\.\d{2,4}\.\d{2,4}(?=\.\w+(\?|$))/, '$1.1280.1280', '$1']],
  },
  // Magento, VTEX, PrestaShop, WordPress.
  { at: /\/cache\//, rules: [[/\/cache\/([^?]*\/)?[\da-f]{32}(?=\/)/, '']] },
  { at: /\/arquivos\/ids\//, rules: [[/(\/ids\/\d+)-(\d+|auto)-(\d+|auto)/, '$1']] },
  {
    at: /_default\//,
    rules: [[/\/(\d+)-(home|small|medium|cart)_default\//, '/$1/', '/$1-large_default/']],
  },
  { at: /\/wp-content\/uploads\//, rules: [[/-\d{2,4}x\d{2,4}(?=\.\w+(\?|$))/, '']] },
  {
    // Cloudinary: a component lists transformations such as `w_300,h_300,c_fill`.
    at: /\/(upload|fetch)\//,
    rules: [
      [
        /(\/(?:upload|fetch)\/)((?:(?:w|h|c|g|q|f|ar|dpr|fl|e|b|bo|r|a|o|x|y|z|t|co|d)_[^/,]+(?:,\w+_[^/,]+)*\/)+)/,
        '$1',
      ],
      [/^.*\/image\/fetch\/(https?:)/, '$1'],
    ],
  },
  {
    at: /\/cdn-cgi\/image\//,
    rules: [
      [/\/cdn-cgi\/image\/[^/]*=[^/]*(?=\/)/, ''],
      [/^.+\/(https?:\/\/)/, '$1'],
    ],
  },
]
