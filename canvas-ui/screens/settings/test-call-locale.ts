import { messages } from '../../locale/messages.ts'

export const testCallMessages = messages(
  {
    title: '测试「{name}」',
    help: '像旅程一样签名并调用一次，请求头带 Waymark-Test: true。不涉及任何会员。',
    path: '路径',
    pathHelp: '接在服务地址后面，例如 /members/42',
    pathWrong: '以 / 开头，不能有空格',
    data: '示例数据',
    dataHelp: '以 JSON 发出，可以修改',
    dataWrong: '写一个 JSON 对象，例如 {example}',
    send: '发送',
    well: '调用成功',
    wrong: '调用没有成功',
    again: '没有调通，旅程会再试，最多 5 次',
    took: '{ms} 毫秒',
    fields: '答复里的字段',
    fieldsHelp: '在「调用接口」节点的「取回的字段」里填路径',
    noFields: '答复里没有可以取的字段。',
    notJson: '答复不是 JSON，节点取不到字段。',
    from: '路径',
    type: '类型',
    value: '值',
    text: '文本',
    number: '数字',
    boolean: '是或否',
    body: '答复',
    bodyCut: '答复（只显示开头）',
    emptyBody: '（空）',
    'mend-address': '地址在内网。请部署的人把它加进 WAYMARK_PRIVATE_NETWORKS，或换成公网地址。',
    'mend-account': '密钥打不开。请部署的人检查 WAYMARK_SECRET；换过的话，重写请求头并换签名密钥。',
    'mend-timeout': '没有及时答复。加长「最长等几秒」，或让对方先答复再处理。',
    'mend-name': '找不到这个域名。检查地址有没有写错。',
    'mend-refused': '对方没有在这个地址和端口上提供服务。检查地址，确认服务已启动。',
    'mend-certificate': '证书不可信。请对方换上有效的证书。',
    'mend-network': '连接中断。稍后再试；一直如此就请对方检查网络。',
    'mend-too-long': '答复超过 64 KB。请对方答得短一些。',
    'mend-redirect': '对方要求转到别的地址，Waymark 不跟随。把地址改成最终的那个。',
    'mend-credentials': '对方不认这次调用。检查请求头里的凭据，或让对方核对签名密钥。',
    'mend-not-found': '对方没有这个路径。检查地址和路径。',
    'mend-method': '对方不接受 POST。请对方在这个路径上接受 POST。',
    'mend-later': '对方暂时接不了这么多。设一个调用速度，或稍后再试。',
    'mend-data': '对方不接受这些数据。看下面的答复，改好数据再试。',
    'mend-server': '对方出了错。请对方查看日志。',
  },
  {
    title: 'Test “{name}”',
    help: 'Calls it once as a journey would, signed, with the header Waymark-Test: true. It is about no member.',
    path: 'Path',
    pathHelp: 'Put after the address of the service, such as /members/42',
    pathWrong: 'Begin with /, without spaces',
    data: 'Sample data',
    dataHelp: 'Sent as JSON; change it as you like',
    dataWrong: 'Write a JSON object, such as {example}',
    send: 'Send',
    well: 'It went well',
    wrong: 'It did not go well',
    again: 'It did not go through; a journey would try again, five times in all',
    took: '{ms} ms',
    fields: 'Fields of the answer',
    fieldsHelp: 'Name their paths in “Fields to take” of a node “Call service”',
    noFields: 'The answer has no fields to take.',
    notJson: 'The answer is not JSON: a node can take no fields of it.',
    from: 'Path',
    type: 'Type',
    value: 'Value',
    text: 'Text',
    number: 'Number',
    boolean: 'Yes or no',
    body: 'Answer',
    bodyCut: 'Answer (its beginning)',
    emptyBody: '(empty)',
    'mend-address':
      'The address is private. Whoever runs the installation may add it to WAYMARK_PRIVATE_NETWORKS; else use a public one.',
    'mend-account':
      'Its secrets do not open. Whoever runs the installation should check WAYMARK_SECRET; if that changed, write the headers anew and renew the signing secret.',
    'mend-timeout': 'It did not answer in time. Wait longer, or have it answer before it works.',
    'mend-name': 'There is no such host. Check the address.',
    'mend-refused': 'Nothing listens at this address and port. Check it, and that the service is up.',
    'mend-certificate': 'Its certificate is not to be trusted. Whoever runs it needs a valid one.',
    'mend-network': 'The connection broke. Try again; if it stays so, whoever runs it should look at the network.',
    'mend-too-long': 'The answer is over 64 KB. It must be shorter.',
    'mend-redirect': 'It sends elsewhere, and Waymark does not follow. Write the address where it ends up.',
    'mend-credentials':
      'It does not accept who calls. Check the credentials in the headers, or have the signing secret checked there.',
    'mend-not-found': 'It has no such path. Check the address and the path.',
    'mend-method': 'It takes no POST. It must take POST at this path.',
    'mend-later': 'It cannot take so many now. Set a pace, or try later.',
    'mend-data': 'It does not accept the data. Read its answer below, change the data and try again.',
    'mend-server': 'Something went wrong there. Whoever runs it should look at the logs.',
  },
)

type Mend = Extract<keyof (typeof testCallMessages)['zh-CN'], `mend-${string}`>

const BY_REASON: Readonly<Record<string, Mend>> = {
  'address-refused': 'mend-address',
  'account-invalid': 'mend-account',
  'answer-too-long': 'mend-too-long',
  timeout: 'mend-timeout',
  'net-enotfound': 'mend-name',
  'net-eai-again': 'mend-name',
  'net-econnrefused': 'mend-refused',
  'http-401': 'mend-credentials',
  'http-403': 'mend-credentials',
  'http-404': 'mend-not-found',
  'http-405': 'mend-method',
  'http-408': 'mend-later',
  'http-425': 'mend-later',
  'http-429': 'mend-later',
}

/** How whoever tests a service mends what went wrong, by the code of the reason. */
export function mendOf(reason: string): Mend {
  const exact = BY_REASON[reason]
  if (exact) return exact
  if (/^net-.*(cert|tls|ssl|self-signed|verify)/.test(reason)) return 'mend-certificate'
  if (/^http-[1-3]/.test(reason)) return 'mend-redirect'
  if (/^http-4/.test(reason)) return 'mend-data'
  return reason.startsWith('http-') ? 'mend-server' : 'mend-network'
}
