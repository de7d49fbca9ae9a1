import { messages } from '../../locale/messages.ts'

/** How two documents of a journey are not alike. */
export const differencesMessages = messages(
  {
    differences: '不同之处',
    node: '节点',
    difference: '不同',
    journeyItself: '旅程本身',
    partName: '名称',
    partSettings: '设置',
    partPosition: '位置',
    partNote: '备注',
    partOnError: '出错时',
    partEdges: '连线',
    partNotes: '便签',
    partTests: '路径测试',
    join: '、',
  },
  {
    differences: 'Differences',
    node: 'Node',
    difference: 'Difference',
    journeyItself: 'The journey itself',
    partName: 'name',
    partSettings: 'settings',
    partPosition: 'position',
    partNote: 'note',
    partOnError: 'on error',
    partEdges: 'edges',
    partNotes: 'notes on the canvas',
    partTests: 'path tests',
    join: ', ',
  },
)
