import { messages } from '../locale/messages.ts'

export const shellMessages = messages(
  {
    skip: '跳到正文',
    places: '主导航',
    personMenu: '{name}，语言与外观',
    notices: '通知',
    noticesUnread: '通知，{n, number} 条未读',
    language: '语言',
    theme: '外观',
    system: '跟随系统',
    light: '浅色',
    dark: '深色',
    signOut: '退出登录',
    back: '返回',
  },
  {
    skip: 'Skip to content',
    places: 'Main',
    personMenu: '{name}, language and appearance',
    notices: 'Notices',
    noticesUnread: 'Notices, {n, number} unread',
    language: 'Language',
    theme: 'Appearance',
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
    signOut: 'Sign out',
    back: 'Back',
  },
)
