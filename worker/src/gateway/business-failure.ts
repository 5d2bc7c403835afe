import { errorOfKind, type FailureKind, type GatewayError, kindOfCode } from './errors.ts'
import type { Json } from './json.ts'

/** What a call asked about; `region` is a part of a picture. */
export type Subject = 'picture' | 'region' | 'offer'

/** The words that matter, by how they are read; in this order. */
const SYNONYMS = {
  image: '图[片像]|照片|\\b(images|(picture|photo|img|pic)s?)\\b',
  offer: '[商货产]品|\\b(offers|(product|item)s?|goods)\\b',
  'no permission': '[没无]有?权限?|权限不足',
  'need token': '重新(授权|登录)|未登录',
  'not auth': '未授权',
  user: '[用账][户号]',
  token: '令牌|登录|会话|授权',
  signature: '签名',
  timestamp: '时间戳|time stamp',
  busy: '繁忙|维护|不可用|超时|内部错误',
  system: '系统|服务器?|网络',
  api: '接口|搜[索图]|\\binterface\\b',
  request: '请求',
  'too often': '频繁|太快|限流|流控|频率(?=[过超限太])',
  expired: '已?(过期|失效)',
  'not exist': '已?(不存在|下架|删除)|[找未][不找]到',
  invalid:
    '无效|错误|有误|非法|失败|异常|损坏|模糊|为空|[过太][大小]|[无不]法|不能|未能|不支持|不(正确|合法|匹配|通过|符|规|清)',
  daily: '[今当每][日天]|today',
  quota: '次数|额度|配额|用量',
  exceed: '上限|[用耗][完尽]|不足|超[限过出]',
  need: '重新|缺少',
  'try later': '稍[后候]再?重?试',
}

const BAD =
  'err|fail|invalid|illegal|expir|wrong|incorrect|mis[sm]|empty|(not|n.t) (exist|found|valid|match|correct|auth|avail)'
const BEFORE =
  '\\b(invalid|illegal|wrong|incorrect|bad|missing|unknown|expired|unsp?[ou]\\w+|empty|need|no such|not exist)'
/** What serves or counts pictures is no picture. */
const SERVICE = '(serv|sea|sys|api|que|quota|times|call|da[iy]|freq)'
/** A word that is neither Latin nor punctuation. */
const OTHER = ' [^\\w ]+'

/** Something is wrong with this. */
function wrong(noun: string): string {
  return `\\b(${noun})( is| has| been| does|${OTHER})* (${BAD})|${BEFORE}( the| this| your|${OTHER})? (${noun})\\b`
}

/**
 * What the platform's free text is about. The first match wins. A single word says nothing: "the picture session has expired"
 * is about a picture, "image service busy" is not.
 */
const PHRASES: [FailureKind, string, Subject?][] = [
  ['relation', 'exist relation|no permission .*offer|offer .{0,9}no permission', 'offer'],
  ['offer', `${wrong('offer')}|\\boffer .{0,12}(longer|delet|remov|off )`, 'offer'],
  ['region', wrong('region'), 'region'],
  ['expiredPicture', '\\bimage( \\w+)?( has| is)? expire'],
  [
    'picture',
    `\\bimage( (?!${SERVICE})[^ ,.;，。]+){0,4} (${BAD}|not|(can|does|is)?n.t\\b|too (?!often|many|freq)|unsup|damag|corrupt|blank|exceed|larger|must)|(${BEFORE}|\\b(handle|decode|parse|process|download|recogni.e))( the|${OTHER})? image\\b(?! ${SERVICE})`,
  ],
  [
    'platform',
    `\\b(system|server|service|internal)( is| was| temporarily| internal| server|${OTHER})* (err|exception|fault|fail|down|unavail|invalid)|\\bbusy\\b|\\bhsf|(?<!session |token )time(d ?)? ?out(?! of)`,
  ],
  [
    'rate',
    'too (often|freq|fast|many (req|call|quer))|(freq\\w+|rate|flow) ?(limit|control|exceed)|limit\\w*( \\w+)? freq|throttl|\\bq[op]s\\b',
  ],
  [
    'quota',
    '(daily|per day)\\b.{0,30}(limit|quota|exceed|used)|no usage|(quota|usage|calls)( \\S+){0,3} (used|exhaust|exceed|reached)|(exceed\\w*|not enough|insufficient|no)( \\w+){0,2} quota',
  ],
  ['clock', `${wrong('timestamp')}|\\brequest( is| has| been)* expired|timestamp .*(out|too)`],
  [
    'token',
    `${wrong('((access|refresh) )?token( \\S+)?|session( key)?|login|grant')}|need (user )?(auth|login)|user( is)? not (auth|log)|^unauthori.ed$`,
  ],
  ['signature', wrong('signature|sign(?! (in|up))')],
  [
    'access',
    '\\bacl\\b|(no permission|allowed)\\b.{0,24}\\bapi\\b|\\bapi .{0,9}(not (allowed|auth|granted)|no permission)',
  ],
  ['key', wrong('app ?key')],
  ['platform', '^5\\d\\d$|try (it )?(again )?later'],
]

/**
 * What a failure in the body of a service means: its message first, then its code.
 *
 * @param about what the call asked about
 */
export function businessFailure(
  code: Json | undefined,
  message: Json | undefined,
  about?: Subject,
): GatewayError {
  const words = textOf(message)
  const name = textOf(code)
  const kind = kindOfWords(words, about) ?? kindOfCode(name) ?? kindOfWords(name, about) ?? 'unknown'
  return errorOfKind(kind, quotable(words || name))
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function kindOfWords(words: string, about: Subject | undefined): FailureKind | undefined {
  let plain = words
    .slice(0, 500)
    // What is quoted is somebody's title or keyword, unless it is the name of a parameter.
    .replace(/["“「《【](?!\w+["”])[^"”」》】]*["”」》】]/g, ' ')
    .replace(/([a-z\d])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
    .replace(/[\s_:"()[\]-]+/g, ' ')
  for (const [word, forms] of Object.entries(SYNONYMS))
    plain = plain.replace(new RegExp(forms, 'g'), ` ${word} `)
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
