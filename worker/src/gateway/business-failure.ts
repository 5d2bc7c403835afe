import { errorOfKind, type FailureKind, type GatewayError, kindOfCode } from './errors.ts'
import { type Json, scalarText } from './json.ts'

/** What a call asked about; `region` is a part of a picture. */
export type Subject = 'picture' | 'region' | 'offer'

/** The words that matter, by how they are read; in this order. Regex literals stay UTF-8 in the bundle, texts do not. */
const SYNONYMS = {
  image: /图[片像]|照片|主图|\b(images|(picture|photo)s?(?! (frame|album|print))|img|pic)\b/g,
  offer: /[商货产]品|\b(offers|(product|item)s?|goods)\b/g,
  'no permission': /[没无]有?权限?|没有(?=.{0,6}权限)|权限不足/g,
  'not auth': /未授权/g,
  user: /[用账][户号]/g,
  token: /令牌|登录|会话|授权/g,
  signature: /签名|验签/g,
  timestamp: /时间戳|系统时间|time stamp/g,
  busy: /繁忙|维护|不可用|超时|内部错误|开小差/g,
  system: /系统|服务器?|网络/g,
  api: /接口|搜[索图]|\binterface\b/g,
  request: /请求/g,
  'too often': /频繁|[太过][快多]|限流|流控|频率(?=[过超限太])/g,
  expired: /已?(过期|失效)/g,
  'not exist': /已?(不存在|下架|删除)|[找未][不找]到|没有?找到/g,
  fail: /错误|有误|失败|异常|出错/g,
  invalid:
    /无效|非法|损坏|模糊|违规|为空|[过太][大小]|[无不]法|不能|未能|未(识别|检测)|不支持|不(正确|合法|匹配|通过|符|规|清)/g,
  daily: /[今当每][日天]|today/g,
  quota: /次数|额度|配额|用量/g,
  exceed: /上限|[用耗][完尽]|不足|超[限过出]/g,
  need: /重新|缺少|请上传|未(?= token)/g,
  only: /[仅只]支持/g,
  'try later': /稍[后候]再?重?试/g,
}

const GONE = 'invalid|illegal|expir|(not|n.t) (exist|found|valid|avail)'
const BAD = `err|fail|wrong|incorrect|mis[sm]|empty|revok|disab|(not|n.t) (match|correct|auth)|${GONE}`
const BEFORE =
  '\\b(invalid|illegal|wrong|incorrect|bad|missing|unknown|expired|unsp?[ou]\\w+|empty|need|no such|not exist|(can)?not find)'
/** What serves or counts pictures is no picture. */
const SERVICE = '(serv|sea|sys|api|que|quota|times|call|da[iy]|freq)'
/** A word that is neither Latin nor punctuation. */
const OTHER = ' [^\\w ]+'

/** Something is wrong with this. */
function wrong(noun: string, bad = BAD): string {
  return `\\b(${noun})( is| has| been| does| the| verif\\w+| check|${OTHER})* (${bad})|${BEFORE}( the| this| your|${OTHER})* (${noun})\\b`
}

/**
 * What the platform's free text is about. The first match wins. A single word says nothing: "the picture session has expired"
 * is about a picture, "image service busy" is not.
 */
const PHRASES: [FailureKind, string | RegExp, Subject?][] = [
  ['relation', /exist relation|no permission .*offer|offer .{0,9}(no permission|not auth)/, 'offer'],
  [
    'offer',
    `${wrong('offer( id)?', GONE)}|\\boffer\\b[^,.;]{0,24} (longer|delet|remov|not avail|off)`,
    'offer',
  ],
  ['region', wrong('region'), 'region'],
  ['expiredPicture', /\bimage( \w+)?( has| is)? expire/],
  [
    'picture',
    `\\bimage( (?!${SERVICE})[^ ,.;]+){0,4} (${BAD}|not|(can|does|is)?n.t\\b|too (?!often|many|freq)|unsup|damag|corrupt|blank|exceed|larger|must)|(${BEFORE}|\\b(handle|decode|parse|process|read|download|recogni.e)|\\b(only|no|not an?|need|cannot|fail\\w*)\\b((?!${SERVICE}|perm|auth|allow)[^,.;]){0,24})( the|${OTHER})? image\\b(?! (upload )?${SERVICE})`,
  ],
  [
    'platform',
    `\\b(system|server|service|internal)( is| was| temporarily| internal| server| invoke| call|${OTHER})* (err|exception|fault|fail|down|unavail|invalid)|\\bbusy\\b|\\bhsf|(?<!session |token )time(d ?)? ?out(?! of)`,
  ],
  [
    'rate',
    /too (often|freq|fast|(many|much) (req|call|quer))|(freq\w+|rate|flow) ?(limit|control|exceed)|limit\w*( \w+)? freq|throttl|\bq[op]s\b/,
  ],
  [
    'quota',
    /\b(daily|(per|of the) day)\b.{0,30}(limit|quota|exceed|used|reach)|no usage|(quota|usage|calls)( \S+){0,3} (used|exhaust|exceed|reach|not enough)|(exceed\w*|insufficient|no)( \w+){0,2} quota/,
  ],
  ['clock', `${wrong('timestamp')}|\\brequest( time)?( is| has| been)* expired|timestamp .*(out|too)`],
  [
    'token',
    `${wrong('((access|refresh) ?)?token( \\S+)?|session( key)?|login|grant')}|need (user )?(auth|login)|user( is)? not (auth|log)|^(401 )?unauthori.ed$`,
  ],
  ['signature', wrong('signature|sign(?! (in|up)\\b)')],
  [
    'access',
    /\bacl\b|(no permission|allowed)\b.{0,24}\bapi\b|\bapi .{0,9}(not (allowed|auth|granted)|no permission)/,
  ],
  ['key', wrong('app ?key')],
  ['platform', /^5\d\d$|try (it )?(again )?later/],
]

/**
 * What a failure in the body of a service means: by its message, else by its code, else by the HTTP status.
 *
 * @param about what the call asked about
 */
export function businessFailure(
  code: Json | undefined,
  message: Json | undefined,
  about?: Subject,
  status = 200,
): GatewayError {
  const words = scalarText(message)
  const name = scalarText(code)
  const kind =
    kindOfWords(words, about) ??
    [name, String(status)].map((one) => kindOfCode(one) ?? kindOfWords(one, about)).find(Boolean)
  return errorOfKind(kind ?? 'unknown', quotable(words || name))
}

function kindOfWords(words: string, about: Subject | undefined): FailureKind | undefined {
  let plain = words
    .slice(0, 500)
    // What is quoted is somebody's title or keyword, unless it is the name of a parameter.
    .replace(/["“「《【](?!\w+["”])[^"”」》】]*["”」》】]/g, ' ')
    .replace(/([a-z\d])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
    .replace(/(?<=[^\0-\x7f])(?=\w)|(?<=\w)(?=[^\0-\x7f])/g, ' ')
    .replace(/[\s_:"()[\]-]+/g, ' ')
    .replace(/[，。；]/g, ',')
  for (const [word, forms] of Object.entries(SYNONYMS)) plain = plain.replace(forms, ` ${word} `)
  plain = plain.replace(/ +/g, ' ').trim()
  return PHRASES.find(([, phrase, only]) => (!only || only === about) && new RegExp(phrase).test(plain))?.[0]
}

const MAX_WORDS = 160

/** On one line, without addresses, keys, tokens, signatures and Base64. */
function quotable(words: string): string {
  const line = words
    .slice(0, 2000)
    .replace(/<[^>]*>|\S*\/\/\S+/g, ' … ')
    .replace(/((key|token|sign\w*|secret|session)\W{0,3}[=:]\W{0,3})[^\s,;&]+/gi, '$1…')
    .replace(/(?=\S*\d)[\w+/=%-]{16,}|[\w+/=%.-]{28,}/g, '…')
    .replace(/[\p{C}\s“”]+/gu, ' ')
  return [...line.trim()].slice(0, MAX_WORDS).join('')
}
