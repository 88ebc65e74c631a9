//! How the models learn from lessons and rules.

use crate::{
    features::Lexicon,
    level::{Match, Rules, phrase},
    model::{Model, Prior, Sample, Told},
    suggest::{Lesson, OfficeName},
};

/// How much a rule speaks for its agency before anything is learned, by its weight. Unit: natural logarithm of a factor.
const RULE_SAYS: [f32; 4] = [0.0, 0.8, 1.4, 2.4];
/// How much stronger a rule holds for each further word of the phrase.
const WORD_MORE: f32 = 0.3;
/// How much a sentence counts that is written to a wrong office.
const MISADDRESSED_WEIGHT: f32 = 0.5;
/// A sentence has as many stems; shorter lessons are key words.
const SENTENCE_STEMS_MIN: usize = 4;

/// What a model is told of the rules that hold.
pub(crate) fn told(matches: &[Match<'_>]) -> Vec<Told> {
    let strength = |words: usize| 1.0 + WORD_MORE * words.saturating_sub(1) as f32;
    matches.iter().map(|it| (it.number, strength(it.at.len()))).collect()
}

/// Each sentence once more, as written to an office that does not do it: whom somebody writes to says little about whose
/// matter it is. The names take turns.
pub(crate) fn misaddressed(lessons: &[Lesson], offices: &[OfficeName]) -> Vec<Lesson> {
    let offices: Vec<(Vec<String>, &str)> = offices
        .iter()
        .map(|office| (phrase(&office.name), office.agency.as_str()))
        .collect();
    let is_sentence = |lesson: &&Lesson| lesson.is_ordered && lesson.stems.len() >= SENTENCE_STEMS_MIN;
    let sentences = lessons.iter().filter(is_sentence);
    sentences
        .zip(offices.iter().cycle())
        .filter(|(lesson, (_, agency))| lesson.agency.as_deref().is_some_and(|right| right != *agency))
        .map(|(lesson, (office, _))| Lesson {
            stems: office.iter().chain(&lesson.stems).cloned().collect(),
            service: None,
            category: None,
            weight: lesson.weight * MISADDRESSED_WEIGHT,
            ..lesson.clone()
        })
        .collect()
}

/// The features of all lessons, and the models of agencies, services and categories. Each learns for itself, so they
/// learn side by side.
pub(crate) fn learned(lessons: &[Lesson], rules: &Rules) -> (Lexicon, [Model; 3]) {
    let (lexicon, features) = Lexicon::of(
        lessons
            .iter()
            .map(|lesson| (lesson.stems.as_slice(), lesson.is_ordered)),
    );
    // A lesson that was kept without its order has no phrases.
    let holding: Vec<Vec<Told>> = lessons
        .iter()
        .map(|lesson| match lesson.is_ordered {
            true => told(&rules.matches(&lesson.stems, lesson.regency.as_deref())),
            false => Vec::new(),
        })
        .collect();
    let priors: Vec<Prior<'_>> = rules
        .iter()
        .map(|rule| Prior {
            label: &rule.to,
            weight: RULE_SAYS[usize::from(rule.weight).min(RULE_SAYS.len() - 1)],
        })
        .collect();
    let learn = |label: fn(&Lesson) -> Option<&String>, holding: &[Vec<Told>], priors: &[Prior<'_>]| {
        let samples: Vec<Sample<'_>> = lessons
            .iter()
            .zip(&features)
            .enumerate()
            .filter_map(|(at, (lesson, features))| {
                Some(Sample {
                    features,
                    told: holding.get(at).map_or(&[], Vec::as_slice),
                    label: label(lesson)?,
                    weight: lesson.weight,
                })
            })
            .collect();
        Model::taught(lexicon.len(), &samples, priors)
    };
    let models = std::thread::scope(|threads| {
        let others = threads.spawn(|| {
            let services = learn(|lesson| lesson.service.as_ref(), &[], &[]);
            (services, learn(|lesson| lesson.category.as_ref(), &[], &[]))
        });
        let agencies = learn(|lesson| lesson.agency.as_ref(), &holding, &priors);
        others
            .join()
            .map(|(services, categories)| [agencies, services, categories])
    });
    match models {
        Ok(models) => (lexicon, models),
        Err(cause) => std::panic::resume_unwind(cause),
    }
}
