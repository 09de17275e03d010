//! The people you met, and how a letter reaches each of them.

use jiff::civil::Date;

use super::form::{Address, Day, Email, FlagOr, Line, Name, Prose, choices};
use super::lists::Many;
use super::point::Point;
use super::presence::{Hidden, Optional, OrDefault, Required};
use super::record::record;
use super::sender::ContactedBy;

record! {
    /// Somebody you met, who gets a letter of their own.
    Interviewer {
        /// The full name, spelt as they spell it, with a title if they use one.
        name: String = Required<Name>, "Katherine O'Neill";
        /// `true`: you are not certain of the spelling. The letter is held back until you are.
        unsure: bool = FlagOr<false>;
        /// What stands after "Dear"; left out: worked out from the name.
        greeting: Option<String> = Optional<Name>, "Dr. O'Neill-Vásquez";
        /// Their position at the company.
        job_title: Option<String> = Optional<Line>, "VP of Engineering";
        /// Their part in the hiring.
        hiring_role: Option<HiringRole> = Optional<HiringRole>;
        /// Their email address.
        email: Option<String> = Optional<Email>, "k.oneill@northwind.example";
        /// How they reached you; answer in the same way.
        contacted_by: Option<ContactedBy> = Optional<ContactedBy>;
        /// Their postal address, one line each (begin with `|`): it goes on the envelope.
        address: Option<String> = Optional<Address>;
        /// How the letter reaches them; left out: by email.
        send: Option<Send> = Optional<Send>;
        /// The day you met, where it differs from the interview's.
        date: Option<Date> = Optional<Day>, "2026-11-18";
        /// `true`: you met them in one room with others, so nothing was "our conversation".
        together: bool = FlagOr<false>;
        /// What you talked about, the best first: a topic each, or keys for more of it.
        discussed_points: Vec<Point> =
            Many<Point>, "moving your test benches from LabVIEW to Rust";
        /// What stayed with you. Form: a noun phrase. Reads after: "I keep thinking about …".
        moment: Option<String> =
            Optional<Prose>, "your story about the 3 a.m. conveyor failure";
        /// Something they told you of themselves. Form: a clause. Reads after:
        /// "You told me that …".
        told_me: Option<String> = Optional<Prose>, "you started here as an apprentice";
        /// Answers that did not come out well, and what you would say now.
        loose_ends: Vec<LooseEnd> = Many<LooseEnd>;
        /// What you said you would send. Form: noun phrases. Reads after: "I promised you …".
        promised: Vec<String> = Many<Prose>, "the andon paper";
        /// For yourself: never printed anywhere but in your own debrief.
        private: Option<String> = Hidden<Optional<Prose>>;
        /// Your own sentences for a place in the letter, used as they are.
        say: Say = OrDefault<Say>;
        /// Findings that you have looked at and accept.
        allow: Vec<Allow> = Hidden<Many<Allow>>;
    }
}

impl Say {
    /// The own sentences of the body, in the order of a letter.
    pub fn sentences(&self) -> impl Iterator<Item = &str> {
        let places = [
            &self.opening,
            &self.moment,
            &self.point,
            &self.loose_end,
            &self.qualification,
            &self.closing,
        ];
        places.into_iter().flatten().map(String::as_str)
    }
}

impl Interviewer {
    /// Whether a note reaches them through the recruiter.
    pub fn by_recruiter(&self) -> bool {
        self.send == Some(Send::ViaRecruiter)
    }
}

choices! {
    /// Somebody's part in the hiring.
    HiringRole {
        /// Decides, and will be your boss.
        HiringManager = "hiring-manager",
        /// Will be your boss.
        Supervisor = "supervisor",
        /// Works beside you.
        Peer = "peer",
        /// Sits on the panel.
        Panel = "panel",
        /// Works in human resources.
        Hr = "hr",
        /// Arranged the day.
        Coordinator = "coordinator",
    }
}

choices! {
    /// How a letter reaches its reader.
    Send {
        /// An email.
        Email = "email",
        /// A printed card by post.
        Card = "card",
        /// A letter by post.
        Letter = "letter",
        /// An email now and a card by post.
        Both = "both",
        /// Through the recruiter.
        ViaRecruiter = "via-recruiter",
    }
}

record! {
    /// An answer that did not come out well.
    LooseEnd {
        /// What they asked. Form: a question with its mark, or an indirect one. Reads after:
        /// "When you asked, '…?'" or "You asked …".
        question: String =
            Required<Prose>, "How would you handle a supplier slipping six weeks?";
        /// What you would say now. Form: whole sentences of your own, used word for word.
        answer: String =
            Required<Prose>, "I would re-plan around the long-lead parts on day one.";
    }
}

record! {
    /// Your own sentences for a place in the letter, used as they are.
    Say [Default] {
        /// Instead of the first sentence. Form: whole sentences.
        opening: Option<String> = Optional<Prose>;
        /// Instead of the sentence about the moment. Form: whole sentences.
        moment: Option<String> = Optional<Prose>;
        /// Instead of the sentences about what you talked about. Form: whole sentences.
        point: Option<String> = Optional<Prose>;
        /// Instead of the sentences about a loose end. Form: whole sentences.
        loose_end: Option<String> = Optional<Prose>;
        /// Instead of the sentences about a qualification. Form: whole sentences.
        qualification: Option<String> = Optional<Prose>;
        /// Instead of the last sentence. Form: whole sentences.
        closing: Option<String> = Optional<Prose>;
        /// Instead of the words above your name, such as "Warmly".
        sign_off: Option<String> = Optional<Line>;
        /// The subject of the email.
        subject: Option<String> = Optional<Line>;
    }
}

record! {
    /// A finding that you have looked at and accept.
    Allow {
        /// The name of the rule, as the message shows it in brackets.
        rule: String = Required<Line>, "too-long";
        /// Why it is fine here.
        reason: String = Required<Prose>, "she asked for the detail";
    }
}
