/** A name and address of mail. */
export interface Mailbox {
  readonly name: string | null;
  readonly address: string;
}

/** One line of a mail; with `href` it leads to a page. */
export interface MailLine {
  readonly text: string;
  readonly href?: string;
}

export interface MailSection {
  readonly heading: string | null;
  readonly lines: readonly MailLine[];
}

/** What a mail says, before it becomes text and HTML. */
export interface MailBody {
  readonly title: string;
  readonly sections: readonly MailSection[];
  /** Small print: why this came, and where it can be switched off. */
  readonly footer: readonly string[];
}

/** An invitation or its cancellation, as RFC 5546 has it. */
export interface MailCalendar {
  readonly method: 'REQUEST' | 'CANCEL';
  /** iCalendar (RFC 5545). */
  readonly content: string;
}

/** A mail to one person. Plain data: it is kept until it is sent. */
export interface Message {
  readonly to: Mailbox;
  readonly subject: string;
  readonly body: MailBody;
  readonly calendar: MailCalendar | null;
}
