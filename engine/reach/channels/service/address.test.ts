import { describe, expect, it } from 'vitest'
import { mayCall, networksIn } from './address.ts'

const host = (url: string) => new URL(url).hostname.replace(/^\[|\]$/g, '')

describe('an address that is called', () => {
  it.each([
    ['loopback', 'http://127.0.0.1'],
    ['octal', 'http://0177.0.0.1'],
    ['hexadecimal', 'http://0x7f.0.0.1'],
    ['hexadecimal as a whole', 'http://0x7f000001'],
    ['decimal', 'http://2130706433'],
    ['short', 'http://127.1'],
    ['this network', 'http://0.0.0.0'],
    ['private, class A', 'http://10.1.2.3'],
    ['private, class B', 'http://172.16.0.1'],
    ['private, class C', 'http://192.168.1.1'],
    ['of a carrier', 'http://100.100.100.200'],
    ['of a cloud’s metadata', 'http://169.254.169.254'],
    ['multicast', 'http://224.0.0.1'],
    ['broadcast', 'http://255.255.255.255'],
    ['for benchmarks', 'http://198.18.0.1'],
    ['IPv6 loopback', 'http://[::1]'],
    ['unspecified', 'http://[::]'],
    ['unique local', 'http://[fd00::1]'],
    ['link-local', 'http://[fe80::1]'],
    ['once site-local', 'http://[fec0::1]'],
    ['mapped', 'http://[::ffff:127.0.0.1]'],
    ['mapped, metadata', 'http://[::ffff:a9fe:a9fe]'],
    ['compatible', 'http://[::127.0.0.1]'],
    ['NAT64', 'http://[64:ff9b::7f00:1]'],
    ['local NAT64', 'http://[64:ff9b:1::7f00:1]'],
    ['6to4', 'http://[2002:7f00:1::]'],
    ['Teredo', 'http://[2001:0:7f00:1::]'],
    ['no address at all', 'http://localhost'],
  ])('is refused where it is %s', (_, url) => {
    expect(mayCall(host(url), [])).toBe(false)
  })

  it.each(['http://93.184.216.34', 'http://[2606:2800:220:1::1]'])('is taken where it is public: %s', (url) => {
    expect(mayCall(host(url), [])).toBe(true)
  })

  it('is taken in a network that the installation allows, and in no other', () => {
    const allowed = networksIn('10.0.0.0/8, ::1/128')
    expect(['10.9.8.7', '::ffff:10.9.8.7', '::1', '11.0.0.1'].map((one) => mayCall(one, allowed))).toEqual([
      ...[true, true, true, true],
    ])
    expect(['192.168.0.1', 'fd00::1', '127.0.0.1'].map((one) => mayCall(one, allowed))).toEqual([false, false, false])
  })

  it('takes no list that it cannot read', () => expect(() => networksIn('10.0.0.0')).toThrow())
})
