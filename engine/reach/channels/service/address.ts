import ipaddr from 'ipaddr.js'

type Network = ReturnType<typeof ipaddr.parseCIDR>

/** Networks by their texts, such as `10.0.0.0/8, fd00::/8`. Throws an Error on what is none. */
export const networksIn = (text: string): Network[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => ipaddr.parseCIDR(each))

/** Ranges that ipaddr.js takes for public and are not: IPv4 in the old way (`::127.0.0.1`), and what was once site-local. */
const NOT_PUBLIC = networksIn('::/96, fec0::/10, 64:ff9b:1::/48')

const within = (address: ipaddr.IPv4 | ipaddr.IPv6, networks: readonly Network[]): boolean =>
  networks.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits))

/**
 * Whether a numeric address may be called: a public one, or one of the networks that the installation allows. What translates to
 * IPv4 (mapped, NAT64, 6to4, Teredo) is never public, whatever it translates to.
 */
export function mayCall(address: string, allowed: readonly Network[]): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (within(parsed, allowed)) return true
  return parsed.range() === 'unicast' && !within(ipaddr.parse(address), NOT_PUBLIC)
}
