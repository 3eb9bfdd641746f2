/** A campaign of the demonstration company; days are counted from the day on which it is founded. */
export interface DemonstrationCampaign {
  readonly title: string;
  readonly message: string;
  readonly link: string | null;
  readonly topics: readonly ('policy' | 'contribution' | 'consequences' | 'other')[];
  readonly fromDay: number;
  readonly dueDay: number;
  readonly state: 'draft' | 'open' | 'closed';
  readonly externals: boolean;
  readonly questions: readonly {
    readonly question: string;
    readonly options: readonly string[];
    readonly answer: number;
  }[];
  /** Of ten people of the audience, so many have acknowledged it; units named in `slow` only half as many. */
  readonly ofTen: number;
  readonly slow: readonly string[];
}

export const demonstrationCampaigns: readonly DemonstrationCampaign[] = [
  {
    title: 'Our information security policy, in five minutes',
    message:
      'Customers trust us with the whereabouts of their goods, and suppliers with their prices. Our policy says how we keep that trust.\n\nThree things matter most in daily work:\n1. Lock your screen when you leave it, also for a minute.\n2. Send customer data only to people who need it, and never to a private mailbox.\n3. When something looks wrong, tell the service desk at once. Nobody is blamed for a false alarm.\n\nThe policy itself is linked below.',
    link: 'https://intranet.nordlicht.example/policies/information-security',
    topics: ['policy', 'contribution'],
    fromDay: -25,
    dueDay: 10,
    state: 'open',
    externals: true,
    questions: [],
    ofTen: 7,
    slow: ['Warehouse', 'Transport Planning'],
  },
  {
    title: 'Phishing: think before you click',
    message:
      'Last quarter three of us typed their password into a page that was not ours. Each of them told us within minutes, and so nothing was lost.\n\nLook at the sender and at the address behind a link. Ask by telephone when an invoice has a new bank account. Report what looks odd with the button in your mail program.',
    link: null,
    topics: ['contribution', 'consequences'],
    fromDay: -150,
    dueDay: -120,
    state: 'closed',
    externals: false,
    questions: [
      {
        question: 'An invoice of a supplier names a new bank account. What do you do?',
        options: [
          'Pay it, the logo is right',
          'Call the supplier on the number we have on file',
          'Answer the mail and ask',
        ],
        answer: 1,
      },
      {
        question: 'You typed your password into a page that was not ours. What comes first?',
        options: ['Tell the service desk at once', 'Wait whether something happens', 'Delete the mail'],
        answer: 0,
      },
    ],
    ofTen: 9,
    slow: ['Warehouse'],
  },
  {
    title: 'What follows when rules are not kept',
    message:
      'Mistakes are reported and learned from. Who knowingly goes around a rule puts others at risk: then the steps of the works agreement apply, from a talk to the end of the employment. Here is what that means, with examples.',
    link: null,
    topics: ['consequences'],
    fromDay: 20,
    dueDay: 50,
    state: 'draft',
    externals: true,
    questions: [],
    ofTen: 0,
    slow: [],
  },
];
