import { messages } from '../../../locale/messages.ts'

export const savingMessages = messages(
  {
    saving: '正在保存',
    saved: '已保存',
    savedAt: '{time} 保存',
    offline: '离线，已存本机',
    offlineHelp: '没有保存到服务器，内容在本机，联网后自动保存。',
    offlineNoRoom: '离线，本机存不下',
    offlineNoRoomHelp: '没有保存到服务器，浏览器也没有空间了。联网前不要关闭页面。',
    failed: '保存失败，重试',
    failedKept: '内容在本机，不会丢失。{why}',
    noRoomHelp: '没有保存到服务器，浏览器也没有空间了。保存成功前不要关闭页面。',
    undecided: '等你选择',
    undecidedHelp: '别处先保存了另一份。你的内容在本机，选好之后保存。',
    copyMark: '（我的）',
    copied: '你的内容已另存为新旅程',
    openIt: '打开',
  },
  {
    saving: 'Saving',
    saved: 'Saved',
    savedAt: 'Saved {time}',
    offline: 'Offline, kept here',
    offlineHelp: 'Not on the server yet. It is in this browser, and is saved once the network is back.',
    offlineNoRoom: 'Offline, no room here',
    offlineNoRoomHelp:
      'Not on the server, and this browser has no room left. Do not close the page before the network is back.',
    failed: 'Not saved, try again',
    failedKept: 'It is in this browser and will not be lost. {why}',
    noRoomHelp: 'Not on the server, and this browser has no room left. Do not close the page before it is saved.',
    undecided: 'Waits for your choice',
    undecidedHelp: 'Another one was saved first. Yours is in this browser, and is saved once you have chosen.',
    copyMark: ' (mine)',
    copied: 'Yours is a new journey now',
    openIt: 'Open',
  },
)
