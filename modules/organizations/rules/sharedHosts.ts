import { words } from "#core/textKey"

/** Networks, directories and shortened addresses: the company stands behind the slash, or nowhere. What lies under them is theirs too. */
const networks = words(
  "linkedin.com, lnkd.in, facebook.com, fb.com, fb.me, instagram.com, twitter.com, x.com, t.co, threads.net, bsky.app, youtube.com, youtu.be, tiktok.com, xing.com, vk.com, ok.ru, pinterest.com, reddit.com, wa.me, whatsapp.com, t.me, telegram.me, discord.gg, weibo.com, wechat.com, line.me, github.com, gitlab.com, medium.com, crunchbase.com, angel.co, wellfound.com, g2.com, capterra.com, trustpilot.com, glassdoor.com, yelp.com, kununu.com, northdata.com, northdata.de, clutch.co, pitchbook.com, zoominfo.com, wikipedia.org, wikidata.org, maps.google.com, goo.gl, maps.app.goo.gl, g.page, g.co, business.site, sites.google.com, docs.google.com, drive.google.com, play.google.com, apps.apple.com, bit.ly, tinyurl.com, ow.ly, is.gd, buff.ly, rebrand.ly, cutt.ly, t.ly, linktr.ee, bio.link, beacons.ai, carrd.co, about.me, hubs.ly, calendly.com, meetup.com, eventbrite.com, appexchange.salesforce.com, appsource.microsoft.com, aws.amazon.com, partners.amazonaws.com, ecosystem.hubspot.com, etsy.com, ebay.com, ebay.de",
)
/** Providers of mail, and builders whose customers have a name in front of theirs: that name is the company's own. */
const providers = words(
  "gmail.com, googlemail.com, outlook.com, outlook.de, outlook.fr, hotmail.com, hotmail.co.uk, hotmail.de, hotmail.fr, hotmail.it, hotmail.es, live.com, live.de, live.co.uk, msn.com, yahoo.com, yahoo.co.uk, yahoo.de, yahoo.fr, yahoo.es, yahoo.it, yahoo.co.jp, yahoo.co.in, yahoo.com.br, ymail.com, rocketmail.com, aol.com, aol.de, icloud.com, me.com, mac.com, gmx.de, gmx.net, gmx.com, gmx.at, gmx.ch, web.de, freenet.de, t-online.de, mail.de, posteo.de, mailbox.org, proton.me, protonmail.com, pm.me, tutanota.com, tuta.io, fastmail.com, hey.com, mail.com, email.com, zoho.com, zohomail.com, yandex.ru, yandex.com, mail.ru, bk.ru, inbox.ru, list.ru, rambler.ru, qq.com, 163.com, 126.com, sina.com, naver.com, hanmail.net, daum.net, orange.fr, wanadoo.fr, free.fr, laposte.net, sfr.fr, bbox.fr, libero.it, virgilio.it, tiscali.it, alice.it, terra.com.br, uol.com.br, bol.com.br, telefonica.net, bluewin.ch, hispeed.ch, aon.at, btinternet.com, btopenworld.com, sky.com, virginmedia.com, ntlworld.com, talktalk.net, comcast.net, verizon.net, att.net, sbcglobal.net, bellsouth.net, cox.net, charter.net, earthlink.net, rogers.com, shaw.ca, bigpond.com, optusnet.com.au, ziggo.nl, kpnmail.nl, telenet.be, skynet.be, seznam.cz, wp.pl, onet.pl, o2.pl, interia.pl, rediffmail.com, wixsite.com, wix.com, wordpress.com, wpengine.com, blogspot.com, weebly.com, squarespace.com, webflow.io, jimdo.com, jimdofree.com, jimdosite.com, myshopify.com, shopify.com, github.io, gitlab.io, netlify.app, vercel.app, pages.dev, herokuapp.com, azurewebsites.net, cloudfront.net, amazonaws.com, godaddysites.com, godaddy.com, strikingly.com, notion.site, notion.so, tumblr.com, substack.com, site123.me, webnode.com, ionos.space, mystrikingly.com, hubspotpagebuilder.com, force.com, my.salesforce.com, sharepoint.com, onmicrosoft.com, bigcartel.com, over-blog.com, e-monsite.com, homestead.com, tripod.com, geocities.com, angelfire.com",
)
const ofMany: ReadonlySet<string> = new Set([...networks, ...providers])
const ofNetworks: ReadonlySet<string> = new Set(networks)

/**
 * A host that many companies share identifies none of them: networks (linkedin.com, with every country's name in front), providers of
 * mail, builders of sites, shortened addresses. A name of one's own in front of a builder's (acme.myshopify.com) is one's own.
 */
export const isSharedHost = (host: string): boolean => {
  const name = host.toLowerCase()
  if (ofMany.has(name)) return true
  for (let dot = name.indexOf("."); dot >= 0; dot = name.indexOf(".", dot + 1))
    if (ofNetworks.has(name.slice(dot + 1))) return true
  return false
}

/** The domains that tell one company from another. */
export const ownDomains = (domains: readonly string[]): readonly string[] =>
  domains.filter((domain) => !isSharedHost(domain))

/** Domains as somebody types several of them. */
export const domainsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean)
