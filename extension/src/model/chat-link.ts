import type { Offer } from '@find-on-1688/shared'

/**
 * 1688's chat in the browser (旺旺), opened with the seller of an offer; `undefined` if the seller's login name is not known.
 *
 * No page of the platform documents it. It is the address that the chat buttons of 1688's own pages open: more than ten
 * independent projects have recorded it, from offer, list and order pages, with the same parameters. Of these, `touid` (the
 * login name after `cnalichn`, the site that it is of) and `siteid` decide who is written to; `offerId` shows the offer beside the
 * chat. `status` (recorded with 1 and 2, probably whether the seller is online) and the empty ones are sent as recorded.
 * Whoever is not logged in is asked to; what happens to a name that is not a seller's is not known.
 *
 * Not used: `aliim:sendmsg?touid=cnalichn…` (as well recorded, but needs 1688's own program), and
 * `amos.alicdn.com/getcid.aw` (recorded often for Taobao, once for 1688).
 */
export function chatUrl({ offerId, supplier }: Offer): string | undefined {
  const loginId = supplier.loginId?.trim()
  if (!loginId) return undefined
  const touid = `cnalichn${encodeURIComponent(loginId)}`
  return `https://air.1688.com/app/ocms-fusion-components-1688/def_cbu_web_im/index.html?touid=${touid}&siteid=cnalichn&status=2&portalId=&gid=&offerId=${offerId}&itemsId=#/`
}
