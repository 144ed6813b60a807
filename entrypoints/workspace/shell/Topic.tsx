import { type ReactNode, useId } from 'react';

interface TopicProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** A section of a view with its own heading. */
export function Topic({ title, lead, children }: TopicProps) {
  const id = useId();
  return (
    <section className="topic" aria-labelledby={id}>
      <h2 id={id} className="topic-title">
        {title}
      </h2>
      {lead && <p className="lead">{lead}</p>}
      {children}
    </section>
  );
}
